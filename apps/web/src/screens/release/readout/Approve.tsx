import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Banner } from '../../../components/Banner.tsx'
import type {
  SeatReadoutEvent,
  SeatReadoutView,
} from '../../../model/release/readout/seatReadoutView.ts'
import { At } from './At.tsx'

/** The one button of a principal: that exactly this text goes out. */
export function Approve({
  view: { approval, isPrincipal },
  send,
}: {
  view: SeatReadoutView
  send: (event: SeatReadoutEvent) => void
}): ReactNode {
  if (!isPrincipal) return null
  switch (approval.is) {
    case 'not-asked':
      return null
    case 'asked': {
      const { wording } = approval
      return (
        <Banner
          kind="note"
          title={<Trans>Your desk asks you to approve this text.</Trans>}
          acts={
            <Button
              className="btn btn--primary btn--large"
              onPress={() => send({ type: 'approved', wording })}
            >
              <Trans>I approve this text</Trans>
            </Button>
          }
        >
          <Trans>
            Exactly what stands below, in every language below. If a word of it is changed later,
            your approval does not hold any more.
          </Trans>
        </Banner>
      )
    }
    case 'given':
      return (
        <Banner
          kind="note"
          title={
            <Trans>
              You approved this text at <At at={approval.at} />.
            </Trans>
          }
          acts={
            <Button className="btn" onPress={() => send({ type: 'approval-taken-back' })}>
              <Trans>Take the approval back</Trans>
            </Button>
          }
        />
      )
    case 'changed':
      return (
        <Banner kind="caution" title={<Trans>The desk is changing the text again.</Trans>}>
          <Trans>What was offered to you, or approved by you, was another text.</Trans>
        </Banner>
      )
  }
}
