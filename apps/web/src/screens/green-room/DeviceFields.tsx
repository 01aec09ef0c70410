import { Trans, useLingui } from '@lingui/react/macro'
import { useId, type ReactNode } from 'react'
import type { Device, Devices } from '../../model/callFacts.ts'
import type { MissingDevice } from '../../model/shownDevices.ts'

type Chosen =
  | { type: 'camera-chosen'; device: string }
  | { type: 'microphone-chosen'; device: string }
  | { type: 'speaker-chosen'; device: string }

/** Camera, microphone and, where the browser lets a page choose, speaker. */
export function DeviceFields({
  devices,
  missing = [],
  send,
}: {
  devices: Devices
  missing?: readonly MissingDevice[]
  send: (event: Chosen) => void
}): ReactNode {
  const { cameras, camera, microphones, microphone, speakers, speaker } = devices
  const goneOf = (kind: MissingDevice['kind']) => missing.find((gone) => gone.kind === kind)
  return (
    <div className="devices">
      <DeviceField
        label={<Trans>Camera</Trans>}
        devices={cameras}
        chosen={camera}
        missing={goneOf('camera')}
        onChoose={(device) => send({ type: 'camera-chosen', device })}
      />
      <DeviceField
        label={<Trans>Microphone</Trans>}
        devices={microphones}
        chosen={microphone}
        missing={goneOf('microphone')}
        onChoose={(device) => send({ type: 'microphone-chosen', device })}
      />
      {speakers.length > 0 && (
        <DeviceField
          label={<Trans>Speaker</Trans>}
          devices={speakers}
          chosen={speaker}
          missing={goneOf('speaker')}
          onChoose={(device) => send({ type: 'speaker-chosen', device })}
        />
      )}
    </div>
  )
}

/** The browser's own list: it is the one that everybody knows, on every device. */
function DeviceField({
  label,
  devices,
  chosen,
  missing,
  onChoose,
}: {
  label: ReactNode
  devices: readonly Device[]
  chosen: string
  missing: MissingDevice | undefined
  onChoose: (device: string) => void
}): ReactNode {
  const id = useId()
  const hint = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={chosen}
        disabled={devices.length === 0}
        aria-describedby={missing ? hint : undefined}
        onChange={(event) => onChoose(event.target.value)}
      >
        {devices.length === 0 && (
          <option value={chosen}>
            <Trans>None found</Trans>
          </option>
        )}
        {devices.map((device) => (
          <option key={device.id} value={device.id} dir="auto">
            <DeviceName device={device} />
          </option>
        ))}
      </select>
      {missing && (
        <p id={hint} className="hint" role="status">
          <MissingWords name={missing.name} />
        </p>
      )}
    </div>
  )
}

function DeviceName({ device: { label, isDefault } }: { device: Device }): string {
  const { t } = useLingui()
  if (!isDefault) return label
  return label === '' ? t`Default of this system` : t`${label} (default)`
}

function MissingWords({ name }: { name: string }): ReactNode {
  return name === '' ? (
    <Trans>The one you chose before is not connected. This one is used instead.</Trans>
  ) : (
    <Trans>{name} is not connected. This one is used instead.</Trans>
  )
}
