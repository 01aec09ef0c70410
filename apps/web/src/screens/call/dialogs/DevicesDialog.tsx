import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { CallScreenEvent } from '../../../model/callEvent.ts'
import type { Devices } from '../../../model/callFacts.ts'
import { LanguageField } from '../../../components/LanguageField.tsx'
import { DeviceFields } from '../../green-room/DeviceFields.tsx'
import { CallDialogBox } from './CallDialogBox.tsx'

/** Another camera, microphone, speaker or language of the page, without leaving. */
export function DevicesDialog({
  devices,
  send,
}: {
  devices: Devices
  send: (event: CallScreenEvent) => void
}): ReactNode {
  return (
    <CallDialogBox title={<Trans>Devices</Trans>} onClose={() => send({ type: 'dialog-closed' })}>
      <DeviceFields devices={devices} send={send} />
      <p className="small muted">
        <Trans>Another microphone starts closed. You open it yourself.</Trans>
      </p>
      {devices.speakers.length === 0 ? (
        <p className="small muted">
          <Trans>
            This browser leaves it to the device where sound comes out. A headset that you connect
            takes it over.
          </Trans>
        </p>
      ) : null}
      <LanguageField />
      <div className="dialog__acts">
        <Button className="btn btn--primary" onPress={() => send({ type: 'dialog-closed' })}>
          <Trans>Close</Trans>
        </Button>
      </div>
    </CallDialogBox>
  )
}
