import { decodeKeyId, type KeyId } from '../../packages/sframe/src/keyId.ts'
import { sealedOf } from '../capture/sealed.ts'
import type { TakenFrame } from '../media-lab/hostileClient.ts'
import type { Held } from '../sixSeats/attempt.ts'

/** Whose frame it says that it is, of which track and epoch. */
export function keyIdIn(frame: TakenFrame): KeyId | undefined {
  const sealed = sealedOf(frame)
  return sealed && decodeKeyId(sealed.kid)
}

/** Those that are sealed under the key of the last one. */
export function ofThisEpoch(frames: readonly TakenFrame[]): TakenFrame[] {
  const last = frames.at(-1)
  const now = last && keyIdIn(last)?.epochByte
  return frames.filter((frame) => keyIdIn(frame)?.epochByte === now)
}

/** Those that say they are of that leaf: its pictures, and its sounds. */
export function framesOf(
  leaf: number,
  frames: readonly TakenFrame[],
): Record<'pictures' | 'sounds', TakenFrame[]> {
  const theirs = frames.filter((frame) => keyIdIn(frame)?.leaf === leaf)
  return {
    pictures: theirs.filter(({ kind }) => kind === 'video'),
    sounds: theirs.filter(({ kind }) => kind === 'audio'),
  }
}

/** Whether a frame names a track of some member that the page was ever told to play: what is in the clear names none. */
export function isOfMembers(frame: TakenFrame, { receivers }: Held): boolean {
  const named = keyIdIn(frame)
  return receivers.some(({ leaf, track }) => leaf === named?.leaf && track === named.track)
}

/** By the base keys of a member, under which keys and counters frames were sealed: which of these bear two ciphertexts, and how many there were. */
export function onceEach(
  frames: readonly TakenFrame[],
  held: Held,
): { twice: string[]; keys: number; counters: number } {
  const sealed = new Map<string, Set<string>>()
  const keys = new Set<string>()
  for (const frame of frames.filter((each) => isOfMembers(each, held))) {
    const { kid, ctr, body } = sealedOf(frame) ?? {}
    const named = keyIdIn(frame)
    const epoch = held.epochs.find(({ epoch: of }) => of % 256 === named?.epochByte)
    if (!epoch || !body) continue
    const key = `${epoch.baseKey.toHex()} ${kid}`
    keys.add(key)
    const at = `${key} ${ctr}`
    sealed.set(at, (sealed.get(at) ?? new Set()).add(body.toBase64()))
  }
  const twice = [...sealed].flatMap(([at, bodies]) => (bodies.size > 1 ? [at] : []))
  return { twice, keys: keys.size, counters: sealed.size }
}
