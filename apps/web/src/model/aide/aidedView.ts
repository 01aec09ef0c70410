/** What a display shows of its aide's console. */
export type AidedView = {
  /** Whether the console is connected: who drives is never hidden. */
  isThere: boolean
  /** The question that the aide put to whoever sits here. */
  asked: { id: string } | undefined
}
