import type { ReactNode } from 'react'
import { SPECTRUM } from './spectrumPlaces.ts'

/** What is ruled around the voice before it is measured too: the band that is needed, and the ground. */
export function SpectrumFrame(): ReactNode {
  const { from, to, width, base } = SPECTRUM
  return <path d={`M${from} 14V8H${to}v6M0 ${base + 0.5}h${width}`} className="green__ruled" />
}

/** The frame by itself, until there is a voice to be drawn in it. */
export function AwaitedSpectrum(): ReactNode {
  return (
    <svg viewBox={SPECTRUM.viewBox} className="green__drawn" aria-hidden="true">
      <SpectrumFrame />
    </svg>
  )
}
