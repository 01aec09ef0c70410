import type { Role } from '@parley/seal'

/** The other principal, large and alone, as for a screen in a room; everybody, with the panel; or an interpreter’s console. */
export type Display = 'room' | 'delegation' | 'booth'

/** What is kept of it on the device, for whoever sits there next. */
type Notes = Pick<Storage, 'getItem' | 'setItem'>

const KEY = 'parley-call-display'
const DISPLAYS: readonly Display[] = ['room', 'delegation', 'booth']

/** As somebody chose on this device; until then a principal looks at the other one, and an interpreter has the console. */
export function displayOf(chosen: Display | undefined, role: Role | undefined): Display {
  const own = ownDisplay(role)
  if (chosen === 'delegation') return chosen
  return chosen === undefined && own === 'room' && role !== 'principal' ? 'delegation' : own
}

/** What the switch leads to. */
export function otherDisplay(display: Display, role: Role | undefined): Display {
  return display === 'delegation' ? ownDisplay(role) : 'delegation'
}

function ownDisplay(role: Role | undefined): 'room' | 'booth' {
  return role === 'interpreter' ? 'booth' : 'room'
}

/** What was chosen last on this device, if anything was. */
export function rememberedDisplay(notes: Notes): Display | undefined {
  const kept = notes.getItem(KEY)
  return DISPLAYS.find((one) => one === kept)
}

/** Chosen again by itself in the next call. */
export function rememberDisplay(notes: Notes, display: Display): void {
  notes.setItem(KEY, display)
}
