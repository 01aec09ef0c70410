import './check.css'
import { InTheRoom } from './InTheRoom.tsx'
import { OtherChecks } from './OtherChecks.tsx'
import { RingTrouble } from './RingTrouble.tsx'
import { VoiceBandNow, VoiceSpectrumNow, VoiceWordsNow } from './VoiceCheck.tsx'

/** What is loaded at once to show what the green room measures. */
export const CHECK_PARTS = {
  InTheRoom,
  OtherChecks,
  RingTrouble,
  VoiceBandNow,
  VoiceSpectrumNow,
  VoiceWordsNow,
}
