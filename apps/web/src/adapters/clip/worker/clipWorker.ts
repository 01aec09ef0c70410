import { readRecording, type Recording } from '@parley/release/recordings'
import { openWith } from '@parley/seal'
import type { ClipAnswer, ClipAsk } from '../messages.ts'
import { lackOf } from './lacks.ts'
import { levelsIn, soundOf } from './listening.ts'
import { makeClip } from './makeClip.ts'
import { Shower } from './shower.ts'

/** Works on one recording: opens it, shows and plays what is in it, and makes clips of it. What it opens stays in it. */
let recording: Recording | undefined
let shower: Shower | undefined
const stopping = new AbortController()

addEventListener('message', ({ data }: MessageEvent<ClipAsk>) => {
  void answer(data)
    .catch((error: unknown): ClipAnswer => {
      return {
        id: data.id,
        is: 'failed',
        because: error instanceof Error ? error.message : String(error),
      }
    })
    .then((said) => postMessage(said, { transfer: said.is === 'picture' ? [said.picture] : [] }))
})

async function answer(ask: ClipAsk): Promise<ClipAnswer> {
  const { id } = ask
  if (ask.do === 'open') {
    const { file, key } = ask.recording
    recording = await readRecording(file, (sealed) => openWith(key, sealed))
    shower = new Shower(recording)
    return { id, is: 'opened', tracks: recording.tracks, spans: recording.spans }
  }
  if (ask.do === 'stop') {
    stopping.abort(new Error('It was stopped'))
    return { id, is: 'stopped' }
  }
  if (!recording || !shower) throw new Error('No recording is open')
  switch (ask.do) {
    case 'levels':
      return { id, is: 'levels', levels: await levelsIn(recording, ask) }
    case 'listen':
      return { id, is: 'sound', wave: await soundOf(recording, ask) }
    case 'show':
      return { id, is: 'picture', picture: await shower.at(ask.at, ask.people) }
    case 'make': {
      const what = await lackOf()
      if (what) return { id, is: 'lacks', what }
      const told = (share: number) => postMessage({ id, is: 'making', share } satisfies ClipAnswer)
      return {
        id,
        is: 'made',
        files: await makeClip(recording, ask, { onShare: told, signal: stopping.signal }),
      }
    }
  }
}
