import type { PublicKey, SeatId } from '@parley/protocol'
import type { EntryEvent } from '@parley/seal'
import type { CountedEntry } from '../signers.ts'

/** A stretch of time, in milliseconds since 1970; one that nobody ended has no end. */
export type Span = { readonly from: number; readonly to: number | undefined }

/** How a stay ended: its own word, who took it out and why, another device or window in its seat; or nobody said. */
export type StayEnd = 'left' | 'not-said' | Extract<EntryEvent, { is: 'removed' }>['because']

/** Somebody in the plenary, from one coming in to its end. */
export type Stay = Span & {
  readonly seat: SeatId
  readonly pass: number
  readonly end: StayEnd
  /** When its device last said anything for the record. */
  readonly lastSaid: number
  readonly microphone: readonly Span[]
  readonly interpreted: readonly (Span & { readonly into: string })[]
  readonly recorded: readonly Span[]
}

/** The stays of everybody, in the order in which they began. */
export function staysIn(entries: readonly CountedEntry[]): Stay[] {
  const open = new Map<PublicKey, MutableStay>()
  const stays: MutableStay[] = []
  for (const { entry, signer } of entries) {
    if (signer.is !== 'seat') continue
    for (const event of entry.what) {
      if (event.is === 'removed') {
        for (const stay of open.values())
          if (stay.seat === event.seat) end(stay, event.at, event.because)
        continue
      }
      let stay = open.get(entry.by)
      if (!stay) {
        for (const other of open.values())
          if (other.seat === signer.seat) end(other, event.at, 'replaced')
        stay = begin(signer, event.at)
        open.set(entry.by, stay)
        stays.push(stay)
      }
      take(stay, event)
    }
  }
  return stays
}

type MutableStay = {
  -readonly [K in keyof Stay]: Stay[K] extends readonly (infer T)[] ? T[] : Stay[K]
}

function begin(signer: { seat: SeatId; pass: number }, at: number): MutableStay {
  return {
    seat: signer.seat,
    pass: signer.pass,
    from: at,
    to: undefined,
    end: 'not-said',
    lastSaid: at,
    microphone: [],
    interpreted: [],
    recorded: [],
  }
}

/** Whoever says something after it was gone was there. */
function take(stay: MutableStay, event: EntryEvent): void {
  stay.lastSaid = Math.max(stay.lastSaid, event.at)
  if (event.is === 'left') return end(stay, event.at, 'left')
  if (stay.to !== undefined && stay.to < event.at) {
    stay.to = undefined
    stay.end = 'not-said'
  }
  if (event.is === 'microphone') switchTo(stay.microphone, event, {})
  if (event.is === 'recording') switchTo(stay.recorded, event, {})
  if (event.is === 'interpreting') switchTo(stay.interpreted, event, { into: event.into })
}

function end(stay: MutableStay, at: number, because: StayEnd): void {
  if (stay.to !== undefined) return
  stay.to = at
  stay.end = because
  for (const spans of [stay.microphone, stay.interpreted, stay.recorded] as Span[][])
    close(spans, at)
}

function switchTo<Of extends object>(
  spans: (Span & Of)[],
  { isOn, at }: { isOn: boolean; at: number },
  of: Of,
): void {
  const last = spans.at(-1)
  const isSame = Object.entries(of).every(([key, value]) => last?.[key as keyof Of] === value)
  if (last && last.to === undefined && isOn && isSame) return
  close(spans, at)
  if (isOn) spans.push({ ...of, from: at, to: undefined })
}

function close(spans: Span[], at: number): void {
  const last = spans.at(-1)
  if (last && last.to === undefined)
    spans[spans.length - 1] = { ...last, to: Math.max(at, last.from) }
}
