import type { Sound } from '../model/callMix.ts'
import { chooseSpeaker } from './chooseSpeaker.ts'
import { fadeVolume } from './fadeVolume.ts'

/** A track in an element of its own. */
type Playing = {
  readonly audio: HTMLAudioElement
  sound: Sound | undefined
  speaker: string | undefined
  endFade: () => void
}

/**
 * Plays what the others say, each track in an element of its own, out of the chosen speaker. No screen draws
 * these: somebody who speaks is heard while the page is still busy with the first drawing of the call.
 */
export class SoundPlayer implements Disposable {
  readonly #playing = new Map<string, Playing>()

  /** The whole list each time: what is no longer in it ends. Muted, the tracks flow on and are played elsewhere. */
  play(sounds: readonly Sound[], out: { speaker: string; isMuted: boolean }): void {
    const keys = new Set(sounds.map(({ key }) => key))
    for (const key of this.#playing.keys()) if (!keys.has(key)) this.#end(key)
    for (const sound of sounds) {
      const playing = this.#playing.get(sound.key) ?? begin()
      this.#playing.set(sound.key, playing)
      bring(playing, sound, out)
    }
  }

  [Symbol.dispose](): void {
    for (const key of this.#playing.keys()) this.#end(key)
  }

  #end(key: string): void {
    const playing = this.#playing.get(key)
    if (!playing) return
    this.#playing.delete(key)
    playing.endFade()
    playing.audio.srcObject = null
    playing.audio.remove()
  }
}

function begin(): Playing {
  const audio = document.createElement('audio')
  audio.autoplay = true
  audio.hidden = true
  document.body.append(audio)
  return { audio, sound: undefined, speaker: undefined, endFade: () => undefined }
}

/** The volume first: nothing is heard before it is as loud as it is meant to be. */
function bring(
  playing: Playing,
  sound: Sound,
  { speaker, isMuted }: { speaker: string; isMuted: boolean },
): void {
  const { audio, sound: before } = playing
  audio.muted = isMuted
  if (before?.volume !== sound.volume || before.overMs !== sound.overMs) {
    playing.endFade()
    playing.endFade = fadeVolume(audio, sound)
  }
  if (playing.speaker !== speaker) {
    playing.speaker = speaker
    void chooseSpeaker(audio, speaker)
  }
  if (before?.media !== sound.media) audio.srcObject = new MediaStream([sound.media])
  playing.sound = sound
}
