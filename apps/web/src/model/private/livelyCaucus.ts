import type { Call, Clock, Media, MessageAt } from '@parley/call'
import type { OpenRoom } from '@parley/client'
import { signal, type ReadonlySignal } from '@preact/signals-core'
import { NO_TRACKS, stepTracks, type MediaTracks } from '../seat/mediaTracks.ts'

/** A caucus as the page holds it. Disposing leaves it. */
export type Caucus = AsyncDisposable & {
  call: ReadonlySignal<Call>
  tracks: ReadonlySignal<MediaTracks>
  write: (text: string, language: string | undefined) => void
  translate: (written: { of: MessageAt; language: string; text: string }) => void
}

/** Goes in at once, with the microphone that the plenary has, and out again with the plenary. */
export function livelyCaucus({
  open,
  media,
  plenary,
  clock,
}: {
  open: OpenRoom
  media: Media
  plenary: OpenRoom
  clock: Clock
}): Caucus {
  const parts = new AsyncDisposableStack()
  const { runner } = open
  const call = signal(runner.call)
  const tracks = signal(NO_TRACKS)
  parts.use(open)
  parts.use(media.listen((event) => (tracks.value = stepTracks(tracks.value, event))))
  parts.use(runner.listen((now) => (call.value = now)))
  const { inputDevice } = plenary.runner.call.publishing
  const chosen = { wantsCamera: false, camera: 'default', inputDevice }
  runner.send({ type: 'join-pressed', atMs: clock.nowMs(), chosen })
  parts.use(
    plenary.runner.listen(({ joining, publishing }) => {
      if (joining.phase === 'ended') return runner.send({ type: 'leave-pressed' })
      if (publishing.inputDevice !== runner.call.publishing.inputDevice)
        runner.send({ type: 'input-device-chosen', device: publishing.inputDevice })
    }),
  )
  return {
    call,
    tracks,
    write: (text, language) => {
      const from = runner.call.you.seat
      runner.send({
        type: 'message-written',
        id: crypto.randomUUID(),
        from,
        text,
        ...(language && { language }),
        atMs: clock.nowMs(),
      })
    },
    translate: ({ of, language, text }) => {
      const by = runner.call.you.seat
      runner.send({
        type: 'translation-written',
        by,
        of,
        language,
        text,
        atMs: clock.nowMs(),
      })
    },
    [Symbol.asyncDispose]: async () => {
      if ('leaf' in runner.call.joining) runner.send({ type: 'leave-pressed' })
      await runner.over
      await parts.disposeAsync()
    },
  }
}
