import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { FileField } from '../../../components/FileField.tsx'
import { SharedText } from '../readout/SharedText.tsx'
import type { ReadoutsProps } from './parts.ts'

/** Opens what an ally shared with this side. */
export function SharedWithUs({ here: { opened }, send }: ReadoutsProps): ReactNode {
  const { t } = useLingui()
  return (
    <section className="panel" aria-labelledby="opened-title">
      <div className="panel__head">
        <h2 id="opened-title">
          <Trans>Shared with us</Trans>
        </h2>
      </div>
      <div className="panel__body stack">
        {opened ? (
          <>
            <SharedText opened={opened} />
            <Button className="btn" onPress={() => send({ type: 'shared-closed' })}>
              <Trans>Close</Trans>
            </Button>
          </>
        ) : (
          <FileField
            label={t`File that an ally shared with us`}
            onRead={(file) => send({ type: 'shared-opened', file })}
          />
        )}
      </div>
    </section>
  )
}
