import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import type { CannotPublishCode } from '@parley/release'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Banner } from '../../../components/Banner.tsx'
import { TROUBLES } from '../../../language/troubles.ts'
import type { ClipsEvent, ClipTrouble } from '../../../model/release/clips/clipsView.ts'

type Told = Exclude<ClipTrouble, object | keyof typeof TROUBLES>

/** The sentence of whatever keeps a desk from making or signing a clip. */
export const CLIP_TROUBLES: Readonly<Record<Told, MessageDescriptor>> = {
  'not-our-recording': msg`This file is no recording of your side, or it is damaged. It was not opened.`,
  'recording-past-its-day': msg`The day has come on which the plan has this recording destroyed. It was not opened. Delete the file.`,
  'cannot-make no-codecs': msg`This browser cannot encode pictures. Make the clip in Chromium, Chrome or Edge, or in a newer Firefox or Safari.`,
  'cannot-make no-vp8': msg`This browser cannot decode the recording. Make the clip in Chromium, Chrome or Edge.`,
  'cannot-make no-h264': msg`This browser cannot encode H.264, which most players need. Make the clip in Chromium, Chrome, Edge or Safari.`,
  'cannot-make no-opus': msg`This browser cannot encode the sound. Make the clip in Chromium, Chrome or Edge.`,
  'cannot-make no-storage': msg`This browser gives pages no disk to work on. A private window gives none; use an ordinary one.`,
  'disk-full': msg`This computer has no room left for the clip. Free some, or choose a shorter stretch.`,
  'making-failed': msg`The clip could not be made. Try a shorter stretch, or another browser.`,
  'manifest-failed': msg`Your manifest could not be added to the clip. Load the page again to try once more.`,
  'not-as-signed': msg`The file is not what was signed. Nothing was signed or published here. Tell the other desk by phone.`,
}

/** Why this desk publishes nothing; the side that it hangs on is named beside it. */
export const CANNOT_PUBLISH: Readonly<Record<CannotPublishCode, MessageDescriptor>> = {
  'not-signed': msg`Not every side has signed this clip. It was not published. Missing is:`,
  refused: msg`This clip was refused, or a signature was taken back. It was not published. Refused by:`,
  'no-manifest': msg`The manifest of one side is not in the file yet. It was not published. Missing is:`,
  altered: msg`The file is not what was signed, or a manifest is not its side’s. It was not published.`,
  'unknown-clip': msg`There is no such clip. Nothing was published.`,
}

export function ClipTroubleBanner({
  trouble,
  send,
}: {
  trouble: ClipTrouble
  send: (event: ClipsEvent) => void
}): ReactNode {
  const { t } = useLingui()
  return (
    <Banner
      kind="danger"
      title={titleOf()}
      acts={
        <Button className="btn" onPress={() => send({ type: 'trouble-read' })}>
          <Trans>Close</Trans>
        </Button>
      }
    />
  )

  function titleOf(): ReactNode {
    if (typeof trouble !== 'object') return t({ ...TROUBLES, ...CLIP_TROUBLES }[trouble])
    return (
      <>
        {t(CANNOT_PUBLISH[trouble.cannotPublish])} {trouble.name ? <bdi>{trouble.name}</bdi> : null}
      </>
    )
  }
}
