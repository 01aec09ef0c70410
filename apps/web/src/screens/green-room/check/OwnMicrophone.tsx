import type { ReadonlySignal } from '@preact/signals-core'
import { useMemo, useSyncExternalStore, type ReactNode } from 'react'
import type { VoiceView } from '../../../model/check/checkView.ts'
import { checkVoice } from '../../../model/check/checkVoice.ts'
import { BandWords } from './BandWords.tsx'
import { VoiceWords } from './VoiceWords.tsx'

type Microphone = ReadonlySignal<MediaStreamTrack | undefined>

/** Of these nothing is to be done. */
const WELL: readonly VoiceView['judgement']['is'][] = ['good', 'waiting', 'asleep']

/** How far an interpreter's microphone reaches, and what to do about it, as in the green room. */
export function OwnMicrophone({ microphone }: { microphone: Microphone }): ReactNode {
  const checked = useMemo(() => checkWhileShown(microphone), [microphone])
  const voice = useSyncExternalStore(checked.subscribe, checked.now)
  if (!voice) return undefined
  const isNarrow = voice.band !== undefined && voice.band.is !== 'full'
  return (
    <div className="booth__reach small" aria-live="polite">
      <BandWords voice={voice} />
      {(isNarrow || !WELL.includes(voice.judgement.is)) && <VoiceWords voice={voice} />}
    </div>
  )
}

function checkWhileShown(microphone: Microphone) {
  let last: VoiceView | undefined
  return {
    now: () => last,
    subscribe: (told: () => void) => {
      const check = checkVoice({ microphone, take: () => false, isInterpreters: true })
      const stop = check.view.subscribe((view) => {
        last = view
        told()
      })
      return () => {
        stop()
        check[Symbol.dispose]()
      }
    },
  }
}
