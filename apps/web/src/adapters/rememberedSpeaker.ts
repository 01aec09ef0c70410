const KEY = 'speaker'

/** The speaker chosen last on this device, as the browser numbers it; its own choice until one was made. */
export function rememberedSpeaker(): string {
  return localStorage.getItem(KEY) ?? 'default'
}

/** Chosen again by itself the next time. One that is gone by then leaves the browser its choice. */
export function rememberSpeaker(device: string): void {
  localStorage.setItem(KEY, device)
}
