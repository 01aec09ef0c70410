import { Trans, useLingui } from '@lingui/react/macro'
import { Disc2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Banner } from '../../components/Banner.tsx'
import { ToggleButton } from '../../components/ToggleButton.tsx'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { OwnRecording } from '../../model/recording/recordingView.ts'
import { RECORDING_FAILURES } from './recordingFailures.ts'
import { useAmounts } from './useAmounts.ts'

/** The recorder of this device: whoever sits here says once that it records, and then it does in each open part. */
export function OwnRecorder({
  own,
  send,
}: {
  own: OwnRecording
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const isOn = own.is !== 'off'
  return (
    <section className="own-recorder" aria-label={t`Recording on this device`}>
      <ToggleButton
        className={`btn ${isOn ? 'btn--primary' : ''}`}
        isSelected={isOn}
        onChange={(isSelected) => send({ type: 'agenda-recording-switched', isOn: isSelected })}
      >
        <Disc2 className="icon" aria-hidden />
        <Trans>This device records open parts</Trans>
      </ToggleButton>
      {own.failure ? (
        <Banner kind="caution" title={t(RECORDING_FAILURES[own.failure])}>
          <Trans>The call goes on.</Trans>
        </Banner>
      ) : (
        <p className="small">
          <Words own={own} />
        </p>
      )}
      <Room own={own} />
    </section>
  )
}

function Words({ own }: { own: OwnRecording }): ReactNode {
  const { bytes: inBytes, seconds } = useAmounts()
  const [time, size] = [seconds(own.recordedS), inBytes(own.bytes)]
  switch (own.is) {
    case 'off':
      return <Trans>It records nothing. What it records, only your desk can open.</Trans>
    case 'starting':
      return <Trans>It is about to record: the others are told first.</Trans>
    case 'waiting':
      return own.recordedS > 0 ? (
        <Trans>
          It waits for an open part. Recorded: {time}, {size}
        </Trans>
      ) : (
        <Trans>It waits for an open part.</Trans>
      )
    case 'recording':
      return (
        <Trans>
          It records. Recorded: {time}, {size}
        </Trans>
      )
  }
}

/** How much fits, and whether it stays. */
function Room({ own: { is, freeBytes, leftS, isKept } }: { own: OwnRecording }): ReactNode {
  const { bytes: inBytes, seconds } = useAmounts()
  if (freeBytes === undefined) return undefined
  const free = inBytes(freeBytes)
  const left = leftS === undefined ? undefined : seconds(leftS)
  return (
    <p className="caption">
      {left === undefined || is !== 'recording' ? (
        <Trans>Free on this disk: {free}</Trans>
      ) : (
        <Trans>
          Free on this disk: {free}, enough for {left}
        </Trans>
      )}{' '}
      {isKept === false && (
        <Trans>This browser may delete the recording when its disk is full.</Trans>
      )}
    </p>
  )
}
