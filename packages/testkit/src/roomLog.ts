import {
  applyLogged,
  followJoin,
  found,
  prepareJoin,
  type Heard,
  type Joining,
  type Opened,
  type Room,
  type RoomTerms,
} from '@parley/group'
import type { Person } from './agreedCall.ts'

/** Someone in a room, as far as they have read its log. */
export type Sitting = { person: Person; room: Room; read: number; heard: Heard[] }

/** The log of a room in the hands of a test: it orders, and does nothing else. */
export class RoomLog {
  readonly entries: Opened[] = []
  readonly terms: RoomTerms

  constructor(terms: RoomTerms) {
    this.terms = terms
  }

  append(entry: Opened): void {
    this.entries.push(entry)
  }

  /** Founds the group. */
  async found(person: Person): Promise<Sitting> {
    const founded = await found(person.me, this.terms)
    if ('code' in founded) throw new Error(founded.code)
    this.append(founded.opened)
    return { person, room: founded.room, read: this.entries.length, heard: [] }
  }

  /** Prepares a join without telling the log. */
  async prepare(person: Person, attempt = 0): Promise<{ joining: Joining; opened: Opened }> {
    const entries = this.entries.filter(({ kind }) => kind !== 'message').slice(-16)
    const prepared = await prepareJoin(person.me, this.terms, { entries, attempt })
    if (prepared.outcome !== 'joining')
      throw new Error(prepared.outcome === 'void' ? prepared.code : prepared.outcome)
    return prepared
  }

  /** Joins, and reads up to one's own entry. */
  async join(person: Person): Promise<Sitting> {
    const read = this.entries.length
    const { joining, opened } = await this.prepare(person)
    this.append(opened)
    const sitting = await this.enter(person, { joining, read })
    if (!sitting) throw new Error('Another commit was first')
    return sitting
  }

  /** Reads on from where the joining commit was prepared; nothing if another commit won. */
  async enter(
    person: Person,
    { joining, read }: { joining: Joining; read: number },
  ): Promise<Sitting | undefined> {
    for (const [at, entry] of this.entries.entries()) {
      if (at < read) continue
      // oxlint-disable-next-line no-await-in-loop -- a log is read in order
      const followed = await followJoin(joining, entry)
      if (followed.state === 'lost') return undefined
      if (followed.state === 'entered')
        return { person, room: followed.room, read: at + 1, heard: [] }
    }
    return undefined
  }

  /** Reads all that is new, and says what was heard in it. */
  async catchUp(sitting: Sitting): Promise<Heard[]> {
    const news: Heard[] = []
    for (; sitting.read < this.entries.length; sitting.read++) {
      // oxlint-disable-next-line no-await-in-loop -- a log is read in order
      const { room, heard } = await applyLogged(sitting.room, this.entries[sitting.read])
      sitting.room = room
      news.push(heard)
    }
    sitting.heard.push(...news)
    return news
  }
}
