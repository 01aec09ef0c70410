import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Status } from '../../../components/Status.tsx'
import type { PictureView } from '../../../model/check/checkView.ts'

/** How one is seen: the light first, and where one sits if it is good. */
export function PictureWords({ picture }: { picture: PictureView }): ReactNode {
  switch (picture.phase) {
    case 'off':
      return (
        <Status kind="awaited">
          <Trans>There is no picture to look at</Trans>
        </Status>
      )
    case 'looking':
      return (
        <Status kind="awaited">
          <Trans>Checking the light</Trans>
        </Status>
      )
    case 'seen':
      return <SeenWords picture={picture} />
  }
}

type Seen = Extract<PictureView, { phase: 'seen' }>

function SeenWords({ picture: { light, framing } }: { picture: Seen }): ReactNode {
  switch (light) {
    case 'black':
      return (
        <Status kind="not">
          <Trans>It is black: is the lens covered?</Trans>
        </Status>
      )
    case 'dark':
      return (
        <Status kind="usable">
          <Trans>Too dark: put a lamp before you</Trans>
        </Status>
      )
    case 'bright':
      return (
        <Status kind="usable">
          <Trans>Too bright: turn down the light, or turn from the window</Trans>
        </Status>
      )
    case 'backlit':
      return (
        <Status kind="usable">
          <Trans>The light is behind you: turn towards it, or draw the curtain</Trans>
        </Status>
      )
    case 'good':
      return <FramedWords framing={framing} />
  }
}

/** The preview is a mirror: the camera's left is on its right. */
function FramedWords({ framing }: { framing: Seen['framing'] }): ReactNode {
  switch (framing) {
    case 'left':
      return (
        <Status kind="usable">
          <Trans>Good light, but you are at the right edge of the picture above</Trans>
        </Status>
      )
    case 'right':
      return (
        <Status kind="usable">
          <Trans>Good light, but you are at the left edge of the picture above</Trans>
        </Status>
      )
    case 'middle':
      return (
        <Status kind="good">
          <Trans>Good light, and you are in the middle</Trans>
        </Status>
      )
    case undefined:
      return (
        <Status kind="good">
          <Trans>Good light</Trans>
        </Status>
      )
  }
}
