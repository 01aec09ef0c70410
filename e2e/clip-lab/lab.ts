import { makeClipSigner } from '../../apps/web/src/adapters/clip/certificate.ts'
import { ClipFolder } from '../../apps/web/src/adapters/clip/clipFolder.ts'
import { Provenance } from '../../apps/web/src/adapters/clip/provenance.ts'
import { makeClipFiles, RecordingDesk } from '../../apps/web/src/adapters/clip/recordingDesk.ts'
import { manifestOf } from '../../packages/release/src/clips/manifest.ts'
import { makeRecording, type Recorded } from './recording.ts'
import { opusOf, picturesOf } from './takeApart.ts'

/** What a test can do with the parts that make clips, in a page that has nothing else. */
const lab = {
  makeRecording,
  RecordingDesk,
  makeClipFiles,
  ClipFolder,
  Provenance,
  makeClipSigner,
  manifestOf,
  picturesOf,
  opusOf,
}

export type Lab = typeof lab
export type { Recorded }

Object.assign(window, { lab })
