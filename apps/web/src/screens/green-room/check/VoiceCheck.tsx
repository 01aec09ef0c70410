import type { ReactNode } from 'react'
import type { Checks } from '../../../model/check/checks.ts'
import { useSignal } from '../../../useSignal.ts'
import { BandWords } from './BandWords.tsx'
import { Spectrum } from './Spectrum.tsx'
import { VoiceWords } from './VoiceWords.tsx'

/** The band of the voice in words. */
export function VoiceBandNow({ checks }: { checks: Checks }): ReactNode {
  return (
    <span className="small" aria-live="polite">
      <BandWords voice={useSignal(checks.voice)} />
    </span>
  )
}

/** The same, drawn. */
export function VoiceSpectrumNow({
  checks,
  frame,
}: {
  checks: Checks
  frame: ReactNode
}): ReactNode {
  const { band } = useSignal(checks.voice)
  return <Spectrum bars={checks.bars} band={band} frame={frame} />
}

/** What one can do about the way one is heard. */
export function VoiceWordsNow({ checks }: { checks: Checks }): ReactNode {
  return <VoiceWords voice={useSignal(checks.voice)} />
}
