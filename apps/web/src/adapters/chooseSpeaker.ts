/** Plays out of the chosen speaker. One that is gone leaves the sound to the system: one goes on hearing. Resolves to whether it is the chosen one. */
export async function chooseSpeaker(audio: HTMLAudioElement, speaker: string): Promise<boolean> {
  if (!('setSinkId' in audio)) return speaker === 'default'
  try {
    await audio.setSinkId(speaker === 'default' ? '' : speaker)
    return true
  } catch {
    await audio.setSinkId('')
    return false
  }
}
