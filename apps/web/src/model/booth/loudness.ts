/** What is kept of it on the device. */
type Notes = Pick<Storage, 'getItem' | 'setItem'>

const KEY = 'parley-ears'

/** How loud it is in the ears until somebody chooses: as it comes. */
const AS_IT_COMES = 0.7

/** As it was chosen last on this device, from 0 to 1. */
export function rememberedLoudness(notes: Notes): number {
  const kept = Number.parseFloat(notes.getItem(KEY) ?? '')
  return kept >= 0 && kept <= 1 ? kept : AS_IT_COMES
}

/** The same in the next call. */
export function rememberLoudness(notes: Notes, loudness: number): void {
  notes.setItem(KEY, String(loudness))
}

/** The factor of a loudness: 1 where nothing was chosen, 0 at the bottom, twice as loud at the top. */
export function gainOf(loudness: number): number {
  return (loudness / AS_IT_COMES) ** 2
}
