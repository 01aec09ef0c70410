/** At which item of the agreed agenda the talks are. The highest number counts, and of two with one number the later item. */
export type SaidItem = {
  /** One more than the highest that was heard. */
  n: number
  part: number
  /** When it began, by the clock of whoever said so first. */
  atMs: number
}

/** What a leaf says about the agenda in its heartbeats. */
export type AgendaSaid = {
  item?: SaidItem
  /** Its holder would like to speak: a place in the order, one more than the highest that was heard. */
  asks?: number
  /** Its device records that open part. */
  records?: number
}

/** Neither a word about the item nor a wish to speak. */
export const NO_AGENDA_SAID: AgendaSaid = {}
