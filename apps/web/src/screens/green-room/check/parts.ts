import './check.css'
import { OtherChecks } from './OtherChecks.tsx'
import { RingTrouble } from './RingTrouble.tsx'
import { VoiceBandNow, VoiceSpectrumNow, VoiceWordsNow } from './VoiceCheck.tsx'

/** What is loaded at once to show what the green room measures. */
export const CHECK_PARTS = {
  OtherChecks,
  RingTrouble,
  VoiceBandNow,
  VoiceSpectrumNow,
  VoiceWordsNow,
}
