import type { Clock } from '@parley/call'
import type { Pushed, Request } from '@parley/client'
import {
  Refusal,
  type CompactJwe,
  type DocumentKind,
  type RoomId,
  type SideId,
} from '@parley/protocol'
import { EvilLine } from './evilLine.ts'

/** An entry of a room's log, as the server has it. */
export type Entry = {
  readonly number: number
  readonly envelope: string
  readonly isCommit: boolean
  readonly isFounding: boolean
  readonly isKept: boolean
  /** Who put it there; undefined for the server itself. */
  readonly by: EvilLine | undefined
}

type Filed = Extract<Pushed, { type: 'document' }>
type Logs = Map<RoomId, Entry[]>

/** As many as the real one serves at once. */
const ENTRIES_AT_MOST = 32

/**
 * A server in the hands of an attacker: it orders, stores and forwards as it should until it is told
 * otherwise. It checks nothing, since nobody may believe it. Each line to it can be bent by itself.
 */
export class EvilServer {
  readonly #lines = new Set<EvilLine>()
  readonly #documents: Filed[] = []
  readonly #trunk: Logs = new Map()
  readonly #logs = new Map<EvilLine, Logs>()
  readonly #clock: Clock
  /** How much further the numbers of a line are than those of the log that it is shown. */
  readonly #shifts = new Map<EvilLine, number>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** A line for somebody who signs in. */
  line(standing: EvilLine['standing']): EvilLine {
    const line: EvilLine = new EvilLine(standing, {
      clock: this.#clock,
      answer: (request) => this.#answer(line, request),
    })
    this.#lines.add(line)
    return line
  }

  /** What the log of a room has, as that line is shown it, or as all are. */
  log(room: RoomId, line?: EvilLine): readonly Entry[] {
    return this.#entries(room, line)
  }

  /** Puts an envelope at the end of a log, as whoever holds the call's key can with the server's help. */
  put(
    room: RoomId,
    envelope: string,
    {
      isCommit = false,
      isFounding = false,
      isKept = false,
      by,
    }: Partial<Omit<Entry, 'number' | 'envelope'>> = {},
  ): Entry {
    const entries = this.#entries(room, by)
    const entry = { number: entries.length + 1, envelope, isCommit, isFounding, isKept, by }
    entries.push(entry)
    for (const line of this.#lines)
      if (this.#entries(room, line) === entries) this.#tellNew(line, room, entry)
    return entry
  }

  /** Files a document, and tells it to those lines, or to all. */
  file(
    document: { kind: DocumentKind; version: number; side: SideId; sealed: CompactJwe },
    to: Iterable<EvilLine> = this.#lines,
  ): void {
    const filed: Filed = { ...document, type: 'document', number: this.#documents.length + 1 }
    this.#documents.push(filed)
    for (const line of to) line.tell(filed)
  }

  /** From now on those lines share a log that no other sees, and see none of the others'. */
  fork(...apart: readonly EvilLine[]): void {
    const copied: Logs = new Map([...this.#trunk].map(([room, entries]) => [room, [...entries]]))
    for (const line of apart) this.#logs.set(line, copied)
  }

  /** From now on that line is shown a log of its own, which begins with those entries. */
  part(line: EvilLine, room: RoomId, entries: readonly Entry[] = []): void {
    this.#logs.set(line, new Map([[room, [...entries]]]))
  }

  /** One log again: whoever was apart is told what it has not seen, at the end of what it has. */
  heal(room: RoomId): void {
    const trunk = this.#entries(room)
    for (const [line, logs] of this.#logs) {
      const own = logs.get(room) ?? []
      const seen = new Set(own.map(({ envelope }) => envelope))
      const unseen = trunk.filter(({ envelope }) => !seen.has(envelope))
      this.#logs.delete(line)
      this.#shifts.set(line, own.length + unseen.length - trunk.length)
      for (const entry of unseen) this.#tellNew(line, room, entry)
    }
  }

  /** Those who posted in the present group of the room and are connected. */
  #posters(room: RoomId, line: EvilLine): ReadonlySet<EvilLine> {
    const entries = this.#entries(room, line)
    const group = entries.slice(entries.findLastIndex(({ isFounding }) => isFounding))
    return new Set(group.flatMap(({ by, isKept }) => (by?.isIn(room) && !isKept ? [by] : [])))
  }

  #entries(room: RoomId, line?: EvilLine): Entry[] {
    const logs = (line && this.#logs.get(line)) ?? this.#trunk
    const entries = logs.get(room) ?? []
    logs.set(room, entries)
    return entries
  }

  #answer(line: EvilLine, request: Request): Record<string, unknown> {
    switch (request.type) {
      case 'follow-documents': {
        for (const filed of this.#documents) if (filed.number > request.after) line.tell(filed)
        return { last: this.#documents.length }
      }
      case 'follow-room': {
        const { room, after } = request
        line.follow(room)
        const entries = this.#entries(room, line)
        const shift = this.#shiftOf(line)
        for (const entry of entries) if (entry.number + shift > after) this.#tell(line, room, entry)
        return { last: entries.length + shift }
      }
      case 'append':
      case 'join': {
        const { room, envelope } = request
        const others = [...this.#posters(room, line)].filter((one) => one !== line)
        if (request.type === 'join' && others.length === 0) throw new Refusal('no-group')
        const isCommit = request.type === 'join' || request.commit
        const isKept = request.type === 'append' && request.keep === true
        if (!isKept) line.follow(room)
        const { number } = this.put(room, envelope, { isCommit, isKept, by: line })
        return { number: number + this.#shiftOf(line) }
      }
      case 'found': {
        const { room, envelope } = request
        if ([...this.#posters(room, line)].some((one) => one !== line))
          throw new Refusal('group-alive')
        line.follow(room)
        const { number } = this.put(room, envelope, { isCommit: true, isFounding: true, by: line })
        return { number: number + this.#shiftOf(line) }
      }
      case 'read-commits':
        return this.#readCommits(line, request)
      case 'read-kept': {
        const { room, after } = request
        const shift = this.#shiftOf(line)
        const kept = this.#entries(room, line).filter(
          ({ isKept, number }) => isKept && number + shift > after,
        )
        return {
          entries: kept.map(({ number, envelope }) => ({ number: number + shift, envelope })),
        }
      }
      case 'ask-turn': {
        const others = [...this.#posters(request.room, line)].filter((one) => one !== line)
        return { isAnybodyThere: others.length > 0 }
      }
      case 'leave-room':
        line.leave(request.room)
        return {}
      case 'end-turn':
        return {}
      default:
        throw new Refusal('not-permitted')
    }
  }

  #readCommits(
    line: EvilLine,
    request: Request & { type: 'read-commits' },
  ): Record<string, unknown> {
    const { room, count, before = Infinity } = request
    const entries = this.#entries(room, line)
    const shift = this.#shiftOf(line)
    const from = entries.findLastIndex(({ isFounding }) => isFounding)
    if (from < 0) throw new Refusal('no-group')
    const commits = entries
      .slice(from)
      .filter(({ isCommit, number }) => isCommit && number + shift < before)
      .slice(-Math.min(count, ENTRIES_AT_MOST))
    return {
      entries: commits.map(({ number, envelope }) => ({ number: number + shift, envelope })),
      last: entries.length + shift,
    }
  }

  #tellNew(line: EvilLine, room: RoomId, entry: Entry): void {
    const number = entry.number + this.#shiftOf(line)
    if (entry.isFounding && line.isIn(room)) line.tell({ type: 'founded', room, number })
    this.#tell(line, room, entry)
  }

  #tell(line: EvilLine, room: RoomId, { number, envelope }: Entry): void {
    const shifted = number + this.#shiftOf(line)
    if (line.isIn(room)) line.tell({ type: 'logged', room, number: shifted, envelope })
  }

  #shiftOf(line: EvilLine): number {
    return this.#shifts.get(line) ?? 0
  }
}
