import { Trans, useLingui } from '@lingui/react/macro'
import { Download, Trash2 } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { SeatRecordings } from '../../model/recording/seatRecordings.ts'
import type { KeptRecording } from '../../model/recording/keptRecordings.ts'
import { useSignal } from '../../useSignal.ts'
import { useAmounts } from './useAmounts.ts'
import '../../style/recording.css'

/** What the device of a seat recorded, after its call: to be carried to its desk, which alone can open it. */
export function SavedRecordings({ recordings }: { recordings: SeatRecordings }): ReactNode {
  const all = useSignal(recordings.all)
  useEffect(() => void recordings.look(), [recordings])
  if (all.length === 0) return undefined
  return (
    <section className="saved-recordings" aria-labelledby="saved-recordings">
      <h2 id="saved-recordings">
        <Trans>Recorded on this device</Trans>
      </h2>
      <p className="small">
        <Trans>
          Only your desk can open it: in this browser, or from a file that you carry there.
        </Trans>
      </p>
      <ul>
        {all.map((one) => (
          <Saved key={one.name} of={one} recordings={recordings} />
        ))}
      </ul>
    </section>
  )
}

function Saved({ of, recordings }: { of: KeptRecording; recordings: SeatRecordings }): ReactNode {
  const { i18n } = useLingui()
  const { bytes } = useAmounts()
  const [isAsked, setIsAsked] = useState(false)
  const day = { dateStyle: 'long' } as const
  const at = (ms: number, style: Intl.DateTimeFormatOptions) => (
    <time dateTime={new Date(ms).toISOString()}>{i18n.date(new Date(ms), style)}</time>
  )
  const size = bytes(of.file.size)
  return (
    <li>
      <p>
        {at(of.header.at, { dateStyle: 'long', timeStyle: 'short' })}, {size}
      </p>
      <p className="caption">
        <Trans>It is destroyed on {at(of.header.keepUntil, day)}.</Trans>
      </p>
      <div className="row row--wrap">
        <Button className="btn" onPress={() => recordings.save(of)}>
          <Download className="icon" aria-hidden />
          <Trans>Save as a file</Trans>
        </Button>
        {isAsked ? (
          <>
            <Button className="btn btn--danger" onPress={() => void recordings.destroy(of)}>
              <Trans>Destroy it here</Trans>
            </Button>
            <Button className="btn" onPress={() => setIsAsked(false)}>
              <Trans>Keep it</Trans>
            </Button>
          </>
        ) : (
          <Button className="btn btn--quiet" onPress={() => setIsAsked(true)}>
            <Trash2 className="icon" aria-hidden />
            <Trans>Destroy</Trans>
          </Button>
        )}
      </div>
    </li>
  )
}
