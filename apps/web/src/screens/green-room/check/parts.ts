import './check.css'
import { InTheRoom } from './InTheRoom.tsx'
import { OwnMicrophone } from './OwnMicrophone.tsx'
import { OwnReadout } from './OwnReadout.tsx'
import { OtherChecks } from './OtherChecks.tsx'
import { RingTrouble } from './RingTrouble.tsx'
import { VoiceBandNow, VoiceSpectrumNow, VoiceWordsNow } from './VoiceCheck.tsx'

/** What is loaded at once to show what the green room measures, and an interpreter's console. */
export const CHECK_PARTS = {
  InTheRoom,
  OtherChecks,
  OwnMicrophone,
  OwnReadout,
  RingTrouble,
  VoiceBandNow,
  VoiceSpectrumNow,
  VoiceWordsNow,
}
