import { placesOf } from '@parley/release'
import type { ClipTools } from '../../model/release/clips/ports.ts'
import { ClipFolder, removeLeftFolders } from './clipFolder.ts'
import { clipSignerOf } from './clipKeys.ts'
import { drawPlate } from './plates.ts'
import { Provenance } from './provenance.ts'
import { makeClipFiles, RecordingDesk } from './recordingDesk.ts'

/** Beside a plate, in pixels: as much as in front of it. */
const BESIDE = 48

/** What clips need of this browser. */
export const clipTools: ClipTools = {
  openRecording: async (recording) => {
    await removeLeftFolders(Date.now())
    return RecordingDesk.open(recording)
  },
  makeFiles: makeClipFiles,
  newFolder: () => new ClipFolder(),
  drawPlate: (words, { order, people }) => {
    const widest = (placesOf(people)[0]?.width ?? 0) - BESIDE
    const colours = getComputedStyle(document.documentElement)
    const colour = colours.getPropertyValue(`--side-${order}-ink`) || '#15202b'
    return drawPlate(words, { colour, widest })
  },
  signerOf: clipSignerOf,
  provenance: (onLoading) => new Provenance(onLoading),
  urlOf: (file) => URL.createObjectURL(file),
  letUrlGo: (url) => URL.revokeObjectURL(url),
}
