import { ADMISSION } from './mutants/admission.mjs'
import { ATTESTED } from './mutants/attested.mjs'
import { DOCUMENTS } from './mutants/documents.mjs'
import { FRAMES } from './mutants/frames.mjs'
import { PARTS_OF_THE_AGENDA } from './mutants/parts.mjs'
import { RECORD } from './mutants/record.mjs'
import { RECORDING } from './mutants/recording.mjs'
import { ROOM } from './mutants/room.mjs'

/** The defences that are taken out one by one, each by one line, and where that is to be noticed first. */
export const MUTANTS = [
  ...ADMISSION,
  ...DOCUMENTS,
  ...ROOM,
  ...PARTS_OF_THE_AGENDA,
  ...FRAMES,
  ...ATTESTED,
  ...RECORDING,
  ...RECORD,
]
