import type { Desk, RecordBook, Releases } from '@parley/client'
import { fetched } from '../../../adapters/fetched.ts'
import type { ClipsModel, RecordingsOfClips } from './clipsModel.ts'

/** Opens the clips of a desk, once however often it is asked. */
export type OpenClips = () => Promise<ClipsModel>

/** What a desk gives its clips. */
export type ClipsOf = {
  readonly desk: Desk
  readonly releases: Releases
  readonly recordings: RecordingsOfClips
  readonly server: { readonly origin: string }
  readonly book: RecordBook
}

/** The clips of a desk, whose code is loaded when they are opened first. Disposing closes them if they are. */
export function clipsOpener(of: ClipsOf): OpenClips & AsyncDisposable {
  let opened: Promise<ClipsModel> | undefined
  const open = async () => {
    const [{ openClipsModel }, { clipTools }, { clipLine }] = await fetched(() =>
      Promise.all([
        import('./clipsModel.ts'),
        import('../../../adapters/clip/clipTools.ts'),
        import('./clipLine.ts'),
      ]),
    )
    return openClipsModel({
      ...of,
      tools: clipTools,
      line: clipLine(of),
      language: navigator.language,
    })
  }
  return Object.assign(() => (opened ??= open()), {
    [Symbol.asyncDispose]: async () => (await opened)?.[Symbol.asyncDispose](),
  })
}
