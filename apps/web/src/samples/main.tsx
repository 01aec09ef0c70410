import '../style/app.css'
import '../style/call.css'
import '../style/green-room.css'
import type { Messages } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { signal } from '@preact/signals-core'
import { createRoot } from 'react-dom/client'
import { LANGUAGES, languageFor } from '../language/languages.ts'
import { i18n } from '../language/spoken.ts'
import { CallScreen } from '../screens/call/CallScreen.tsx'
import { Spoken } from '../screens/Spoken.tsx'
import { CALL_STATES } from './callStates.ts'
import { padMessage } from './padMessage.ts'

/** A page for tests: the call in the state that its address names, in English words that are padded. */
const CATALOGUES = import.meta.glob<Messages>('../language/catalogues/en/*.po', {
  eager: true,
  import: 'messages',
})

const element = document.getElementById('root')
if (!element) throw new Error('The page has no root')
const root = createRoot(element)
const language = languageFor({ kept: 'en', preferred: [] })
for (const messages of Object.values(CATALOGUES))
  i18n.load(
    language,
    Object.fromEntries(Object.entries(messages).map(([id, said]) => [id, padMessage(said)])),
  )
i18n.activate(language, LANGUAGES[language].formats)

document.body.dataset['states'] = JSON.stringify([...CALL_STATES.keys()])
addEventListener('hashchange', show)
show()

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
