import './style/app.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nProvider } from '@lingui/react'
import { dialOf, serverAt, systemClock, within } from '@parley/client'
import { canSealMedia } from './adapters/browserFit.ts'
import { browserNotes } from './adapters/browserNotes.ts'
import { dialAhead } from './adapters/dialAhead.ts'
import { fetched } from './adapters/fetched.ts'
import { keepFocus } from './adapters/keptFocus.ts'
import { openKeyStore } from './adapters/keyStore.ts'
import { keepOfflinePage } from './adapters/offlinePage.ts'
import { dialledServer, serverName } from './adapters/pageSettings.ts'
import { saveFile } from './adapters/saveFile.ts'
import { followSystemColours } from './adapters/systemColours.ts'
import { windowPlaces } from './adapters/windowPlaces.ts'
import { i18n, words } from './language/spoken.ts'
import { Application } from './model/application.ts'
import { firstShown } from './model/firstShown.ts'
import { readPage } from './model/page.ts'
import { App, seatScreen } from './screens/App.tsx'
import { Spoken } from './screens/Spoken.tsx'

/** What a seat's page needs. */
const bringSeat = () =>
  Promise.all([fetched(() => import('./screens/seat/seatPage.ts')), seatScreen.load()])

/** Larger: a page that waits for its server says nothing. Smaller: what is there a moment later is drawn twice. */
const OPENING_AFTER_MS = 250

const isSeat = readPage(location.hash).is === 'seat'
// Both come while the store is opened and the first words are: whoever follows a link to a seat waits for neither.
const dial = isSeat ? dialAhead(dialOf(dialledServer)) : dialOf(dialledServer)
if (isSeat) bringSeat().catch(() => undefined)
followSystemColours()

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root')

const [store] = await Promise.all([
  openKeyStore().catch(cannotKeep),
  fetched(() => words.need('page')),
])
const parts = {
  server: serverAt(dialledServer, dial),
  store,
  clock: systemClock,
  page: location.origin,
  saveFile,
  fragment: () => location.hash,
  replaceFragment: (fragment: string) => history.replaceState(null, '', fragment),
  places: windowPlaces,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  language: navigator.language,
  notes: browserNotes,
}
const application = new Application({
  ...parts,
  canSit: canSealMedia(),
  serverName,
  sit: async (record) => {
    const [{ sitAt }] = await bringSeat()
    return await sitAt({ ...parts, session: sessionStorage }, record)
  },
})
addEventListener('hashchange', () => void application.open())
keepFocus(root)
const opened = application.open()
await within(systemClock, OPENING_AFTER_MS, firstShown(application.screen))
createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <Spoken>
        <App application={application} />
      </Spoken>
    </I18nProvider>
  </StrictMode>,
)
await opened
await keepOfflinePage()

/** A browser that keeps nothing can have no seat: it is told so on a page that needs nothing. */
function cannotKeep(cause: unknown): never {
  location.replace(`/unfit.html?storage${location.hash}`)
  throw cause
}
