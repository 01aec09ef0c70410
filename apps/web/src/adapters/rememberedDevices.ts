import type { ChosenDevices, Device } from '../model/callFacts.ts'

/** `voice` is how a principal's is taken: `whole`, or as it is by itself. */
type Kind = keyof ChosenDevices | 'voice'

/** The one chosen last on this device, as the browser numbers it, and its name then; `default` until one was. */
export function rememberedDevice(kind: Kind): { id: string; name: string } {
  return {
    id: localStorage.getItem(kind) ?? 'default',
    name: localStorage.getItem(nameKey(kind)) ?? '',
  }
}

/** Chosen again by itself the next time, if it is there. `offered` has its name. */
export function rememberDevice(kind: Kind, id: string, offered: readonly Device[]): void {
  localStorage.setItem(kind, id)
  localStorage.setItem(nameKey(kind), offered.find((device) => device.id === id)?.label ?? '')
}

function nameKey(kind: Kind): string {
  return `${kind} name`
}
