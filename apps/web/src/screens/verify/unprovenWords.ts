import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import type { Proven, Unproven } from '@parley/release'

/** What is proven of a file, in one sentence. */
export const PROVEN: Readonly<Record<Proven['of'], MessageDescriptor>> = {
  publication: msg`Proven: these seals signed this text and each version of it, byte for byte.`,
  media: msg`Proven: these seals signed this file as part of that clip, byte for byte.`,
  record: msg`Proven: these seals signed this record, and no entry of it was altered, added or taken out.`,
}

/** What is not, each to stand in one sentence with others. */
export const UNPROVEN: Readonly<Record<Unproven, MessageDescriptor>> = {
  'whose-seal': msg`whose seals these are (compare each code with the one that the side itself publishes)`,
  truth: msg`the truth of what is said`,
  times: msg`the times that are given`,
  'left-out': msg`that nothing else was released, and nothing newer`,
  files: msg`the files of the clip (choose them too)`,
  translations: msg`the translations`,
  'joint-lines': msg`that others agreed to the lines marked so (compare their readout)`,
  'newer-beside': msg`that it still stands (a later version of it is beside this)`,
  replaced: msg`that it still stands (the statement has a later version with other files)`,
}
