import { Trans } from '@lingui/react/macro'
import type { ReadonlySignal } from '@preact/signals-core'
import type { ReactNode } from 'react'
import type { Display } from '../../../model/callDisplay.ts'
import type { CallScreenEvent } from '../../../model/callEvent.ts'
import type { Person } from '../../../model/callFacts.ts'
import type { Levels } from '../../../model/callSpeaker.ts'
import type { ListeningView } from '../../../model/listening/listeningView.ts'
import '../../../style/call/languages.css'
import { Channels } from './Channels.tsx'
import { InterpreterAnnouncer } from './InterpreterAnnouncer.tsx'
import { LanguageControl } from './LanguageControl.tsx'
import { SpeakerSaying } from './SpeakerSaying.tsx'
import { VoiceTile } from './VoiceTile.tsx'
import { YouHear } from './YouHear.tsx'

/** One of the places where a call shows its interpretation. */
export type LanguagePartProps =
  | ({ part: 'panel' | 'dialog' } & Chosen)
  | {
      part: 'control'
      listening: ListeningView
      display: Display
      send: (event: CallScreenEvent) => void
    }
  | { part: 'tile'; person: Person; levels: ReadonlySignal<Levels> }
  | { part: 'chip' | 'saying' | 'announcer'; listening: ListeningView }

type Chosen = {
  listening: ListeningView
  levels: ReadonlySignal<Levels>
  send: (event: CallScreenEvent) => void
}

/** All of them are loaded together, once one is in the call. */
export function LanguagePart(props: LanguagePartProps): ReactNode {
  switch (props.part) {
    case 'panel':
      return (
        <>
          <h2 className="listen__head">
            <Trans>I hear</Trans>
          </h2>
          <Channels {...props} name="panel-channel" />
        </>
      )
    case 'dialog':
      return <Channels {...props} name="dialog-channel" />
    case 'control':
      return props.listening.channels.length > 0 ? (
        <LanguageControl {...props} hears={props.listening.hears} />
      ) : undefined
    case 'tile':
      return <VoiceTile {...props} />
    case 'chip':
      return props.listening.hears ? <YouHear hears={props.listening.hears} /> : undefined
    case 'saying':
      return <SpeakerSaying saying={props.listening.forSpeaker} />
    case 'announcer':
      return <InterpreterAnnouncer said={props.listening.said} />
  }
}
