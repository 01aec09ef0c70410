import { caucusOf, PLENARY } from '@parley/protocol'
import type { TakenFrame } from '../media-lab/hostileClient.ts'
import type { Held } from '../sixSeats/attempt.ts'
import { frameKeyFrom, keysFrom } from './derived.ts'
import { keyIdOf } from './frames.ts'
import type { RecordedCall } from './recordedCall.ts'
import { key, type Sought } from './search.ts'
import type { Witness } from './witness.ts'

/** Every secret of a call that its honest clients hand out: of its desks, its links, its groups and its frames. */
export async function secretsOf(
  { planned, secrets }: RecordedCall,
  { member, held, frames }: { member: Witness; held: Held; frames: readonly TakenFrame[] },
): Promise<Sought[]> {
  const rooms = [PLENARY, ...planned.desks.map(({ state }) => caucusOf(state.record.side))]
  const sought: Sought[] = [...member.secrets].flatMap(([what, bytes]) => key(what, bytes))
  for (const { of, bytes } of secrets.all()) {
    sought.push(...key(of, bytes))
    // oxlint-disable-next-line no-await-in-loop -- a handful
    for (const [label, derived] of await keysFrom(bytes, rooms))
      sought.push(...key(`${label}, of ${of}`, derived))
  }
  const keyIds = new Set(frames.map(keyIdOf).filter((kid) => kid !== undefined))
  for (const { epoch, baseKey } of held.epochs) {
    sought.push(...key(`base key of epoch ${epoch} in a page`, baseKey))
    for (const kid of keyIds)
      // oxlint-disable-next-line no-await-in-loop -- likewise
      sought.push(...key(`frame key ${kid} of epoch ${epoch}`, await frameKeyFrom(baseKey, kid)))
  }
  return sought
}
