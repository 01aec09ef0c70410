import '../style/app.css'
import '../style/seat.css'
import '../style/green-room.css'
import type { Messages } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { signal } from '@preact/signals-core'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { followSystemColours } from '../adapters/systemColours.ts'
import { LANGUAGES } from '../language/languages.ts'
import { i18n, words } from '../language/spoken.ts'
import { loadRecording } from '../screens/agenda/AgendaParts.tsx'
import { loadAgenda } from '../screens/call/AgendaOnDemand.tsx'
import { loadClientCode } from '../screens/call/ClientCodeOnDemand.tsx'
import { loadAided } from '../screens/call/AidedPart.tsx'
import { loadBooth } from '../screens/call/BoothCall.tsx'
import { CallScreen } from '../screens/call/CallScreen.tsx'
import { loadAskedFor } from '../screens/call/dialogs/CallDialogs.tsx'
import { loadLanguages } from '../screens/call/LanguagesOnDemand.tsx'
import { loadMessages } from '../screens/call/MessagesPart.tsx'
import { loadNotices } from '../screens/call/RareOnDemand.tsx'
import { loadPrivate } from '../screens/call/PrivatePart.tsx'
import { Spoken } from '../screens/Spoken.tsx'
import { BOOTH_STATES } from './boothStates.ts'
import { LEVELS } from './languageStates.ts'
import { CALL_STATES } from './callStates.ts'
import { PAGE_STATES } from './pageStates.tsx'
import { padMessage } from './padMessage.ts'

/** A page for tests: a call or another page in the state that its address names, in words that are padded, or after `?plain` as they are. */
const CATALOGUES = import.meta.glob<Messages>('../language/catalogues/**/*.po', {
  import: 'messages',
})

followSystemColours()
const element = document.getElementById('root')
if (!element) throw new Error('The page has no root')
const root = createRoot(element)
const { language } = words
// Its words come with it, and are padded after that.
await Promise.all([
  loadLanguages(),
  loadAskedFor(),
  loadMessages(),
  loadNotices(),
  loadBooth(),
  loadPrivate(),
  loadAided(),
  loadAgenda(),
  loadRecording(),
  loadClientCode(),
])
const isPlain = new URLSearchParams(location.search).has('plain')
// What a part of the page would load as it is shown would take the place of what is padded here.
await words.need('check')
for (const [path, load] of Object.entries(CATALOGUES)) {
  if (!path.includes(`/${language}/`)) continue
  const messages = await load()
  i18n.load(language, isPlain ? messages : padded(messages))
}
document.documentElement.lang = language
document.documentElement.dir = LANGUAGES[language].direction
i18n.activate(language, LANGUAGES[language].formats)

document.body.dataset['states'] = JSON.stringify([...CALL_STATES.keys(), ...BOOTH_STATES.keys()])
document.body.dataset['pages'] = JSON.stringify([...PAGE_STATES.keys()])
addEventListener('hashchange', show)
show()

function padded(messages: Messages): Messages {
  return Object.fromEntries(Object.entries(messages).map(([id, said]) => [id, padMessage(said)]))
}

function show(): void {
  const state = decodeURIComponent(location.hash.slice(1))
  document.body.dataset['shown'] = state
  root.render(
    <I18nProvider i18n={i18n} key={state}>
      <Spoken>{pageOf(state)}</Spoken>
    </I18nProvider>,
  )
}

function noSecond(): never {
  throw new Error('A sample is one window')
}

function pageOf(state: string): ReactNode {
  const view = CALL_STATES.get(state) ?? BOOTH_STATES.get(state)?.call
  if (view)
    return (
      <CallScreen
        view={signal(view)}
        levels={signal(LEVELS)}
        another={noSecond}
        booth={signal(BOOTH_STATES.get(state)?.booth)}
        send={() => undefined}
      />
    )
  return PAGE_STATES.get(state)?.()
}
