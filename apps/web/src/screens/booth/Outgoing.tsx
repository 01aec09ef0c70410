import { Trans, useLingui } from '@lingui/react/macro'
import { Mic, MicOff } from 'lucide-react'
import { Suspense, useId, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { Booth } from '../../model/booth/booth.ts'
import type { BoothView } from '../../model/booth/boothView.ts'
import { MICROPHONE_CLOSED } from '../call/sentences/microphone.ts'
import { onDemand } from '../onDemand.tsx'
import { AirBand } from './AirBand.tsx'
import { Cough } from './Cough.tsx'
import { Key } from './Key.tsx'
import { KEYS } from './keys.ts'
import { Level } from './Level.tsx'
import { Tongue } from './Tongue.tsx'

const ownMicrophone = onDemand(
  'check',
  async () => (await import('../green-room/check/parts.ts')).CHECK_PARTS.OwnMicrophone,
)

/** What goes out: into which language, whether on air, the cough button, the levels, and the microphone. */
export function Outgoing({ view, booth }: { view: BoothView; booth: Booth }): ReactNode {
  const { t } = useLingui()
  const { air, languages, into } = view
  const [headId, sayingId] = [useId(), useId()]
  const isOpen = air.is !== 'off' && air.is !== 'unavailable'
  return (
    <section className="booth__out" aria-label={t`What goes out`}>
      <div className="booth__into">
        <h2 id={headId}>
          <Trans>Speak into</Trans>
        </h2>
        <div className="segment" role="radiogroup" aria-labelledby={headId}>
          {languages.map((language, place) => (
            <label key={language}>
              <input
                type="radio"
                name="booth-into"
                checked={language === into}
                aria-keyshortcuts={String(place + 1)}
                onChange={() => booth.send({ type: 'into-chosen', into: language })}
              />
              <Tongue of={language} />
              <Key>{place + 1}</Key>
            </label>
          ))}
        </div>
      </div>
      <AirBand air={air} into={into} />
      <Cough air={air} send={booth.send} />
      <Levels booth={booth} addsMs={view.addsMs} />
      <div className="booth__air-act">
        <p id={sayingId} className="small muted">
          {'by' in air && t(MICROPHONE_CLOSED[air.by])}
        </p>
        <Button
          className={`btn btn--large btn--wide ${isOpen ? '' : 'btn--primary'}`}
          isDisabled={air.is === 'unavailable' || into === undefined}
          aria-describedby={sayingId}
          aria-keyshortcuts={KEYS.air}
          onPress={() => booth.send({ type: 'air-pressed' })}
        >
          {isOpen ? <MicOff className="icon" aria-hidden /> : <Mic className="icon" aria-hidden />}
          <span>
            {isOpen ? (
              <Trans>Close my microphone</Trans>
            ) : into === undefined ? (
              <Trans>Open my microphone</Trans>
            ) : (
              <Trans>
                Open my microphone into <Tongue of={into} />
              </Trans>
            )}
          </span>
          <Key>{KEYS.air}</Key>
        </Button>
      </div>
    </section>
  )
}

/** How loud, how far the microphone reaches, and what the way through here adds to that of the floor. */
function Levels({ booth, addsMs }: { booth: Booth; addsMs: number | undefined }): ReactNode {
  const { t } = useLingui()
  return (
    <div className="booth__levels">
      <div>
        <Level name={t`My voice`} measured={booth.voice} />
        <Suspense>
          <ownMicrophone.Screen microphone={booth.microphone} />
        </Suspense>
      </div>
      <div>
        <Level name={t`In my ears`} measured={booth.ears.dbfs} />
        {addsMs !== undefined && (
          <p className="booth__reach small muted">
            <Trans>The way through you adds {addsMs} ms</Trans>
          </p>
        )}
      </div>
    </div>
  )
}
