import { SideId, type CallId } from '@parley/protocol'
import * as v from 'valibot'
import { isZone } from './timeZones.ts'

/** What this browser keeps for whoever sits at it. */
export type Notes = Pick<Storage, 'getItem' | 'setItem'>

const Zones = v.record(SideId, v.pipe(v.string(), v.check(isZone)))

/** The zones that were chosen here for the sides of a call; none where nothing was, or it cannot be read. */
export function rememberedZones(notes: Notes, call: CallId): Readonly<Record<SideId, string>> {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), Zones), notes.getItem(keyOf(call)))
  return read.success ? read.output : {}
}

/** Chosen again the next time this browser opens the desk. */
export function rememberZone(
  notes: Notes,
  call: CallId,
  { side, zone }: { side: SideId; zone: string },
): void {
  const zones = { ...rememberedZones(notes, call), [side]: zone }
  notes.setItem(keyOf(call), JSON.stringify(zones))
}

function keyOf(call: CallId): string {
  return `parley-zones ${call}`
}
