import { useEffect, useMemo, useState, type RefObject } from 'react'
import type { ClipsModel } from '../../../model/release/clips/clipsModel.ts'

type Parts = {
  canvas: RefObject<HTMLCanvasElement | null>
  audio: RefObject<HTMLAudioElement | null>
  model: Pick<ClipsModel, 'show' | 'listen'>
}

/** Shows single moments, and plays from one on: the sound leads, and each picture is that of its moment. */
export function usePreview({ canvas, audio, model }: Parts) {
  const [isPlaying, setIsPlaying] = useState(false)
  const [isLoading, setIsLoading] = useState(false)
  const preview = useMemo(
    () => new Preview({ canvas, audio, model }, { setIsPlaying, setIsLoading }),
    [canvas, audio, model],
  )
  useEffect(() => () => preview.stop(), [preview])
  return { isPlaying, isLoading, show: preview.show, play: preview.play, stop: preview.stop }
}

type Told = { setIsPlaying: (is: boolean) => void; setIsLoading: (is: boolean) => void }

/** One picture is asked for at a time; of those wanted meanwhile, the last. */
class Preview {
  readonly #parts: Parts
  readonly #told: Told
  #wanted: number | undefined
  #isAsking = false
  #playing = new AbortController()

  constructor(parts: Parts, told: Told) {
    this.#parts = parts
    this.#told = told
  }

  readonly show = (at: number): void => {
    this.#wanted = at
    if (!this.#isAsking) void this.#ask()
  }

  /** From `begin` on, in milliseconds after the clip's own beginning `from`. */
  readonly play = async ({
    from,
    begin,
    onAt,
  }: {
    from: number
    begin: number
    onAt: (at: number) => void
  }): Promise<void> => {
    this.stop()
    const { signal } = (this.#playing = new AbortController())
    this.#told.setIsLoading(true)
    const wave = await this.#parts.model.listen().finally(() => this.#told.setIsLoading(false))
    const audio = this.#parts.audio.current
    if (!wave || !audio || signal.aborted) return
    const url = URL.createObjectURL(wave)
    signal.addEventListener('abort', () => {
      audio.pause()
      audio.removeAttribute('src')
      URL.revokeObjectURL(url)
      this.#told.setIsPlaying(false)
    })
    audio.src = url
    audio.currentTime = begin / 1000
    audio.addEventListener('ended', this.stop, { once: true, signal })
    await audio.play()
    this.#told.setIsPlaying(true)
    const follow = () => {
      if (signal.aborted) return
      onAt(from + audio.currentTime * 1000)
      requestAnimationFrame(follow)
    }
    follow()
  }

  readonly stop = (): void => this.#playing.abort()

  async #ask(): Promise<void> {
    this.#isAsking = true
    try {
      for (let at = this.#wanted; at !== undefined; at = this.#wanted) {
        this.#wanted = undefined
        // oxlint-disable-next-line no-await-in-loop -- one picture at a time
        const picture = await this.#parts.model.show(at)
        this.#draw(picture)
      }
    } finally {
      this.#isAsking = false
    }
  }

  #draw(picture: ImageBitmap | undefined): void {
    const canvas = this.#parts.canvas.current
    if (picture && canvas)
      canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture?.close()
  }
}
