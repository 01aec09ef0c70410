import { effect, type ReadonlySignal } from '@preact/signals-core'
import { lookAtPicture } from '../../adapters/check/lookAtPicture.ts'
import type { PictureView } from './checkView.ts'
import { Distinct } from './distinct.ts'
import { judgeFraming } from './judgeFraming.ts'
import { judgeLight } from './judgeLight.ts'
import { stepLooking, type Looking } from './picture.ts'

/** Judges a camera's picture for as long as it is open, anew for each. */
export function checkPicture(
  camera: ReadonlySignal<MediaStreamTrack | undefined>,
): Disposable & { readonly view: ReadonlySignal<PictureView> } {
  const view = new Distinct<PictureView>({ phase: 'off' })
  const stop = effect(() => {
    const track = camera.value
    view.set({ phase: track ? 'looking' : 'off' })
    if (!track) return undefined
    let looking: Looking | undefined
    const probe = lookAtPicture(track, (brightness) => {
      looking = stepLooking(looking, brightness)
      const light = judgeLight(looking)
      if (light) view.set({ phase: 'seen', light, framing: judgeFraming(looking) })
    })
    return () => probe[Symbol.dispose]()
  })
  return { view: view.signal, [Symbol.dispose]: stop }
}
