import '../style/app.css'
import '../style/call.css'
import '../style/green-room.css'
import type { Messages } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { signal } from '@preact/signals-core'
import { createRoot } from 'react-dom/client'
import { LANGUAGES } from '../language/languages.ts'
import { i18n, words } from '../language/spoken.ts'
import { CallScreen } from '../screens/call/CallScreen.tsx'
import { Spoken } from '../screens/Spoken.tsx'
import { CALL_STATES } from './callStates.ts'
import { padMessage } from './padMessage.ts'

/** A page for tests: the call in the state that its address names, in words that are padded, or after `?plain` as they are. */
const CATALOGUES = import.meta.glob<Messages>('../language/catalogues/**/*.po', {
  import: 'messages',
})

const element = document.getElementById('root')
if (!element) throw new Error('The page has no root')
const root = createRoot(element)
const { language } = words
const isPlain = new URLSearchParams(location.search).has('plain')
for (const [path, load] of Object.entries(CATALOGUES)) {
  if (!path.includes(`/${language}/`)) continue
  const messages = await load()
  i18n.load(language, isPlain ? messages : padded(messages))
}
document.documentElement.lang = language
document.documentElement.dir = LANGUAGES[language].direction
i18n.activate(language, LANGUAGES[language].formats)

document.body.dataset['states'] = JSON.stringify([...CALL_STATES.keys()])
addEventListener('hashchange', show)
show()

function padded(messages: Messages): Messages {
  return Object.fromEntries(Object.entries(messages).map(([id, said]) => [id, padMessage(said)]))
}

function show(): void {
  const state = decodeURIComponent(location.hash.slice(1))
  const view = CALL_STATES.get(state)
  document.body.dataset['shown'] = state
  if (view)
    root.render(
      <I18nProvider i18n={i18n} key={state}>
        <Spoken>
          <CallScreen view={signal(view)} send={() => undefined} />
        </Spoken>
      </I18nProvider>,
    )
}
