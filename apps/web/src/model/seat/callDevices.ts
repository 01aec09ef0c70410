import { signal, type ReadonlySignal } from '@preact/signals-core'
import { followDevices } from '../../adapters/deviceList.ts'
import { rememberDevice, rememberedDevice } from '../../adapters/rememberedDevices.ts'
import type { ChosenDevices, Devices } from '../callFacts.ts'
import { OFFERED } from '../shownDevices.ts'

/** What can be chosen in a call, and what is. */
export type CallDevices = Disposable & {
  readonly now: ReadonlySignal<Devices>
  /** From now on, and the next time by itself. */
  readonly choose: (kind: keyof ChosenDevices, device: string) => void
  /** What one came in with. */
  readonly begin: (chosen: ChosenDevices) => void
}

/** Follows what the browser offers. */
export function callDevices(): CallDevices {
  const now = signal<Devices>({
    cameras: [],
    microphones: [],
    speakers: [],
    camera: 'default',
    microphone: 'default',
    speaker: rememberedDevice('speaker').id,
  })
  const following = followDevices((offered) => (now.value = { ...now.peek(), ...offered }))
  return {
    now,
    choose(kind, device) {
      rememberDevice(kind, device, now.peek()[OFFERED[kind]])
      now.value = { ...now.peek(), [kind]: device }
    },
    begin({ camera, microphone, speaker }) {
      now.value = { ...now.peek(), camera, microphone, speaker }
    },
    [Symbol.dispose]: () => following[Symbol.dispose](),
  }
}
