import type { Role } from '@parley/seal'

/** The other principal, large and alone, as for a screen in a room; or everybody, with the panel. */
export type Display = 'room' | 'delegation'

/** What is kept of it on the device, for whoever sits there next. */
type Notes = Pick<Storage, 'getItem' | 'setItem'>

const KEY = 'parley-call-display'

/** As somebody chose on this device; until then a principal looks at the other one. */
export function displayOf(chosen: Display | undefined, role: Role | undefined): Display {
  return chosen ?? (role === 'principal' ? 'room' : 'delegation')
}

/** What was chosen last on this device, if anything was. */
export function rememberedDisplay(notes: Notes): Display | undefined {
  const kept = notes.getItem(KEY)
  return kept === 'room' || kept === 'delegation' ? kept : undefined
}

/** Chosen again by itself in the next call. */
export function rememberDisplay(notes: Notes, display: Display): void {
  notes.setItem(KEY, display)
}
