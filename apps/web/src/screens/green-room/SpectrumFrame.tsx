import type { ReactNode } from 'react'

/** What is ruled around a voice before it is measured too: the band that is needed above, the ground below. */
export function SpectrumFrame(): ReactNode {
  return <path d="M73 14V8H457v6M0 122.5h480" className="green__ruled" />
}

/** The frame by itself, until there is a voice to be drawn in it. */
export function AwaitedSpectrum(): ReactNode {
  return (
    <svg viewBox="0 -14 480 160" className="green__drawn" aria-hidden="true">
      <SpectrumFrame />
    </svg>
  )
}
