import {
  admitAll,
  applyLogged,
  authenticatorOf,
  baseKeyOf,
  commitRemoval,
  epochOf,
  followJoin,
  found,
  openEnvelope,
  ownLeafOf,
  prepareJoin,
  rosterOf,
  sealEnvelope,
  treeOf,
  type EnvelopeTo,
  type LoggedCommit,
  type Me,
  type Room,
  type RoomTerms,
} from '@parley/group'
import { PLENARY, type LeafIndex, type TrackNumber } from '@parley/protocol'
import type { Lists } from '@parley/seal'
import { FrameRooms } from '@parley/sframe/rooms'

/** What all members of the room know alike. */
export type Known = { terms: RoomTerms; lists: Lists; envelopeKey: CryptoKey }

/** What one is asked to do, as it comes to its machine. */
export type Task =
  | ({ do: 'found'; me: Me } & Known)
  /** The newest entries of the log, oldest first. */
  | ({ do: 'join'; me: Me; entries: readonly string[] } & Known)
  | { do: 'remove'; leaf: LeafIndex }
  | { do: 'hear'; entry: string }

/** What goes into the log; and of a join the same with the tree, for whoever is to join without replaying. */
export type Logged = { entry: string; withTree?: string }

/** What it came to, how long it took, and what goes into the log. */
export type Done = { ms: number; leaf: LeafIndex; authenticator: string; logged?: Logged }

/** An entry, and what a join says in it. */
type Made = { entry: string; joined?: LoggedCommit }

const TRACK = 1 as TrackNumber
const SENDER = 1

/** One member's machine: its room, and the frames it seals. */
export class Member {
  readonly #engine = new FrameRooms(
    { nowMs: () => performance.now(), after: () => ({ [Symbol.dispose]: () => undefined }) },
    () => undefined,
  ).engineOf('plenary')
  #known: Known | undefined
  #room: Room | undefined

  constructor() {
    this.#engine.handle({ do: 'hold-back', isHeld: false })
    this.#engine.handle({ do: 'bind-sender', id: SENDER, track: TRACK, isMicrophone: false })
  }

  /** Measured from the task to the first frame sealed under the key it brings; a removal until it is made. */
  async do(task: Task): Promise<Done> {
    const fromMs = performance.now()
    const made = await this.#carryOut(task)
    const ms = performance.now() - fromMs
    const room = this.#in()
    const done = { ms, leaf: ownLeafOf(room).leaf, authenticator: authenticatorOf(room) }
    if (!made) return done
    return { ...done, logged: await this.#loggedOf(made) }
  }

  async #loggedOf({ entry, joined }: Made): Promise<Logged> {
    if (!joined) return { entry }
    const tree = treeOf(this.#in().state)
    return { entry, withTree: await sealEnvelope(this.#envelope(), { ...joined, tree }) }
  }

  async #carryOut(task: Task): Promise<Made | undefined> {
    switch (task.do) {
      case 'found': {
        this.#known = task
        const founded = await found(task.me, task.terms)
        if ('code' in founded) throw new Error(founded.code)
        this.#room = founded.room
        return { entry: await sealEnvelope(this.#envelope(), founded.opened) }
      }
      case 'join':
        this.#known = task
        return await this.#join(task)
      case 'remove': {
        const made = await commitRemoval(this.#in(), new Map([[task.leaf, 'withdrawn']]))
        if (!made) throw new Error('There is nobody to remove')
        this.#room = made.room
        return { entry: await sealEnvelope(this.#envelope(), made.opened) }
      }
      case 'hear': {
        const opened = await openEnvelope(this.#envelope(), task.entry)
        const { room, heard } = await applyLogged(this.#in(), opened)
        if (heard.type !== 'advanced') throw new Error(`It was ${heard.type}`)
        this.#room = room
        await this.#sealUnderNewKey()
        return undefined
      }
    }
  }

  async #join({ me, terms, entries }: Task & { do: 'join' }): Promise<Made> {
    const opened = await Promise.all(entries.map((entry) => openEnvelope(this.#envelope(), entry)))
    const readable = opened.filter((entry) => entry !== undefined)
    const prepared = await prepareJoin(me, terms, { entries: readable })
    if (prepared.outcome !== 'joining') throw new Error(prepared.outcome)
    const entry = await sealEnvelope(this.#envelope(), prepared.opened)
    const back = await openEnvelope(this.#envelope(), entry)
    const followed = back && (await followJoin(prepared.joining, back))
    if (followed?.state !== 'entered') throw new Error('The join was not the first of its epoch')
    this.#room = followed.room
    await this.#sealUnderNewKey()
    return { entry, joined: prepared.opened }
  }

  /** As when a seat is withdrawn: the sender switches at once. */
  async #sealUnderNewKey(): Promise<void> {
    const room = this.#in()
    const { lists } = this.#know()
    const answers = admitAll(room, { lists, nowMs: Date.now() })
    if (answers.size !== rosterOf(room).length) throw new Error('Everyone is judged')
    this.#engine.handle({
      do: 'install-epoch',
      epoch: epochOf(room),
      baseKey: await baseKeyOf(room),
      you: ownLeafOf(room).leaf,
      leaves: rosterOf(room).map(({ leaf, joinedAtEpoch }) => ({ leaf, since: joinedAtEpoch })),
      cause: 'withdrawal',
    })
    const frame = { mimeType: 'audio/opus', isKeyFrame: false, arrivedAtMs: performance.now() }
    const sealed = await this.#engine.seal(SENDER, { ...frame, data: new Uint8Array(160) })
    if (typeof sealed === 'string') throw new Error(`The frame was not sealed: ${sealed}`)
  }

  #envelope(): EnvelopeTo {
    const { terms, envelopeKey } = this.#know()
    return { key: envelopeKey, call: terms.call, room: PLENARY }
  }

  #in(): Room {
    if (!this.#room) throw new Error('This one is in no room')
    return this.#room
  }

  #know(): Known {
    if (!this.#known) throw new Error('This one was told of no room')
    return this.#known
  }
}
