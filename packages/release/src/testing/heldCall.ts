import { CallId, Hash, PLENARY, SeatId, SideId, type CompactJws } from '@parley/protocol'
import {
  delegationKind,
  hashOf,
  makeDeviceKeys,
  makeSeal,
  passKind,
  PLAN_KIND,
  signDocument,
  signEntry,
  signLeafStatement,
  toText,
  withdrawalKind,
  type Delegation,
  type EntryEvent,
  type EntryStatement,
  type Plan,
  type Seal,
  type SignedEntry,
  type Withdrawal,
} from '@parley/seal'
import * as v from 'valibot'
import type { RecordPapers } from '../record/papers.ts'

/** When the talks begin, in milliseconds since 1970. */
export const START = 1_790_000_000_000

const random = (length: number) => toText(crypto.getRandomValues(new Uint8Array(length)))

/** A leaf or a seal that writes entries, each after the one before. */
type Writer = {
  readonly key: Seal
  /** Signs what happened so many seconds after the start; `heard` is the newest entry of another that it has read. */
  say(seconds: number, what: readonly Undated[], heard?: SignedEntry): Promise<SignedEntry>
}

type Undated = EntryEvent extends infer E ? (E extends unknown ? Omit<E, 'at'> : never) : never

/** Talks of two sides of two seats each, as they are agreed, with the keys that only a test has. */
export type HeldCall = {
  readonly call: CallId
  readonly papers: RecordPapers
  readonly plan: Plan
  readonly planHash: Hash
  readonly sides: readonly { readonly side: SideId; readonly seal: Seal; readonly desk: Writer }[]
  readonly seats: readonly { readonly seat: SeatId; readonly side: SideId }[]
  /** A new leaf of that seat, and its first entry. */
  sit(
    place: number,
    seconds: number,
    heard?: SignedEntry,
  ): Promise<{ writer: Writer; first: SignedEntry; seat: SeatId }>
}

/** Agrees on them. */
export async function holdCall(): Promise<HeldCall> {
  const call = v.parse(CallId, random(16))
  const sides = await Promise.all(
    ['Switzerland', 'Kenya'].map(async (name) => {
      return { side: v.parse(SideId, random(8)), name, flag: '', seal: await makeSeal() }
    }),
  )
  const heading = { call, version: 1, previous: null, at: START - 3_600_000 }
  const plan: Plan = {
    ...heading,
    kind: PLAN_KIND,
    title: 'Upper Tana Water Treaty',
    start: START,
    timeZone: 'Africa/Nairobi',
    languages: ['en'],
    agenda: [
      { part: 1, title: 'Opening', minutes: 15, open: true },
      { part: 2, title: 'Water levels', minutes: 60, open: false },
    ],
    modalities: { recording: 'open-parts', ifLineDrops: '', peopleInRoom: '' },
    sides: sides.map(({ seal, ...side }) => ({ ...side, seal: seal.publicKey })),
  }
  const seats = sides.flatMap(({ side }) =>
    [0, 1].map(() => ({ seat: v.parse(SeatId, random(8)), side })),
  )
  const signedByAll = (
    document: { is: 'plan'; payload: Plan } | { is: 'delegation'; payload: Delegation },
  ) => Promise.all(sides.map(({ seal }) => signDocument(seal.signingKey, document)))
  const plans = await signedByAll({ is: 'plan', payload: plan })
  const delegations = await Promise.all(
    sides.map(({ side }) =>
      signedByAll({
        is: 'delegation',
        payload: {
          ...heading,
          kind: delegationKind(side),
          side,
          seats: seats
            .filter((one) => one.side === side)
            .map(({ seat }, place) => ({
              seat,
              name: `Person ${place}`,
              office: '',
              role: place === 0 ? 'principal' : 'interpreter',
              languages: ['en', 'fr'],
              rooms: [PLENARY],
            })),
        },
      }),
    ),
  )
  const [first] = sides
  if (!first) throw new Error('There are two')
  const withdrawal: Withdrawal = {
    ...heading,
    kind: withdrawalKind(first.side),
    side: first.side,
    withdrawn: [],
  }
  const withdrawals = [
    await signDocument(first.seal.signingKey, { is: 'withdrawal', payload: withdrawal }),
  ]
  return {
    call,
    papers: {
      plans: [plans],
      delegations: delegations.map((signatures) => [signatures]),
      withdrawals,
    },
    plan,
    planHash: await hashOf(plans[0] ?? ''),
    sides: sides.map(({ side, seal }) => ({ side, seal, desk: writer(call, seal) })),
    seats,
    async sit(place, seconds, heard) {
      const { seat, side } = seats[place] ?? seats[0] ?? { seat: undefined, side: undefined }
      const seal = sides.find((one) => one.side === side)?.seal
      if (!seat || !side || !seal) throw new Error('It is a seat of this call')
      const leaf = await makeSeal()
      const proofs = await proofsOf({ call, seat, side, seal, leaf })
      const own = writer(call, leaf)
      return {
        writer: own,
        seat,
        first: await own.say(seconds, [{ is: 'present', ...proofs }], heard),
      }
    },
  }
}

async function proofsOf({
  call,
  seat,
  side,
  seal,
  leaf,
}: {
  call: CallId
  seat: SeatId
  side: SideId
  seal: Seal
  leaf: Seal
}): Promise<{ pass: CompactJws; leaf: CompactJws }> {
  const device = await makeDeviceKeys()
  const pass = await signDocument(seal.signingKey, {
    is: 'pass',
    payload: {
      call,
      kind: passKind(seat),
      version: 1,
      previous: null,
      at: START,
      side,
      seat,
      device: device.publicKey,
      agreement: device.agreement,
      listen: false,
      notBefore: START - 3_600_000,
      expires: START + 86_400_000,
    },
  })
  const statement = {
    call,
    room: PLENARY,
    group: random(32),
    leaf: leaf.publicKey,
    pass: v.parse(Hash, await hashOf(pass)),
    at: START,
  }
  return { pass, leaf: await signLeafStatement(device.signingKey, statement) }
}

function writer(call: CallId, key: Seal): Writer {
  let last: SignedEntry | undefined
  return {
    key,
    async say(seconds, what, heard) {
      const at = START + seconds * 1000
      const entry: EntryStatement = {
        call,
        room: PLENARY,
        by: key.publicKey,
        n: (last?.entry.n ?? 0) + 1,
        previous: last?.hash ?? null,
        heard: heard?.hash ?? null,
        at,
        what: what.map((event) => ({ ...event, at })),
      }
      last = await signEntry(key.signingKey, entry)
      return last
    },
  }
}
