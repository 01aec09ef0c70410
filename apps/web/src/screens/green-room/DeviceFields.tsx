import { Trans } from '@lingui/react/macro'
import { useId, type ReactNode } from 'react'
import type { Device, Devices } from '../../model/callFacts.ts'

type Chosen =
  | { type: 'camera-chosen'; device: string }
  | { type: 'microphone-chosen'; device: string }
  | { type: 'speaker-chosen'; device: string }

/** Camera, microphone and, where the browser lets a page choose, speaker. */
export function DeviceFields({
  devices,
  send,
}: {
  devices: Devices
  send: (event: Chosen) => void
}): ReactNode {
  const { cameras, camera, microphones, microphone, speakers, speaker } = devices
  return (
    <div className="devices">
      <DeviceField
        label={<Trans>Camera</Trans>}
        devices={cameras}
        chosen={camera}
        onChoose={(device) => send({ type: 'camera-chosen', device })}
      />
      <DeviceField
        label={<Trans>Microphone</Trans>}
        devices={microphones}
        chosen={microphone}
        onChoose={(device) => send({ type: 'microphone-chosen', device })}
      />
      {speakers.length > 0 && (
        <DeviceField
          label={<Trans>Speaker</Trans>}
          devices={speakers}
          chosen={speaker}
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
  onChoose,
}: {
  label: ReactNode
  devices: readonly Device[]
  chosen: string
  onChoose: (device: string) => void
}): ReactNode {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={chosen}
        disabled={devices.length === 0}
        onChange={(event) => onChoose(event.target.value)}
      >
        {devices.length === 0 && (
          <option value={chosen}>
            <Trans>None found</Trans>
          </option>
        )}
        {devices.map((device) => (
          <option key={device.id} value={device.id}>
            {device.label}
          </option>
        ))}
      </select>
    </div>
  )
}
