import type { Call, Companion } from '@parley/call'
import type { EntryEvent } from '@parley/seal'

/** What of a call stands in the record: as one's own device tells the others. */
export type Recorded = {
  /** Whether its microphone is open for the floor. */
  readonly isOpen: boolean
  /** The language that it is open into. */
  readonly into: string | undefined
  /** Who else is in the room, once that was declared. */
  readonly company: readonly Companion[] | undefined
  /** Whether its device records. */
  readonly isRecording: boolean
}

/** As a leaf begins. */
export const NOTHING_RECORDED: Recorded = {
  isOpen: false,
  into: undefined,
  company: undefined,
  isRecording: false,
}

/** Of a call; a microphone for one person's ears alone is in no record. */
export function recordedOf({ microphoneWord, company, agenda }: Call): Recorded {
  const { open } = microphoneWord
  const isOfRoom = open !== undefined && open.to === undefined
  return {
    isOpen: isOfRoom && open.into === undefined,
    into: isOfRoom ? open.into : undefined,
    company: company.own,
    isRecording: agenda.records !== undefined,
  }
}

/** What is to be said of the change. */
export function whatChanged(before: Recorded, now: Recorded, at: number): EntryEvent[] {
  const events: EntryEvent[] = []
  if (before.into !== undefined && before.into !== now.into)
    events.push({ is: 'interpreting', at, isOn: false, into: before.into })
  if (before.isOpen !== now.isOpen) events.push({ is: 'microphone', at, isOn: now.isOpen })
  if (now.into !== undefined && before.into !== now.into)
    events.push({ is: 'interpreting', at, isOn: true, into: now.into })
  if (before.isRecording !== now.isRecording)
    events.push({ is: 'recording', at, isOn: now.isRecording })
  const people = now.company?.map(({ name, office }) => ({ name, office }))
  if (people && JSON.stringify(before.company) !== JSON.stringify(now.company))
    events.push({ is: 'company', at, people })
  return events
}
