import '../style/app.css'
import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nProvider } from '@lingui/react'
import { followSystemColours } from '../adapters/systemColours.ts'
import { canVerify } from '../adapters/verify/canVerify.ts'
import { fetchReleased } from '../adapters/verify/fetchReleased.ts'
import { enterPlace } from '../components/theme.ts'
import { i18n, words } from '../language/spoken.ts'
import { VerifyModel } from '../model/verify/verifyModel.ts'
import { Spoken } from '../screens/Spoken.tsx'
import { Verify } from '../screens/verify/Verify.tsx'
import { useSignal } from '../useSignal.ts'

const model = new VerifyModel(fetchReleased)

/** A page that was saved has no server to ask. */
const server = location.protocol.startsWith('http') ? location.host : undefined

function Page({ isFit }: { isFit: boolean }): ReactNode {
  const view = useSignal(model.view)
  return (
    <Verify view={view} server={server} isFit={isFit} send={(event) => void model.send(event)} />
  )
}

async function start(): Promise<void> {
  followSystemColours()
  enterPlace('desk')
  const [isFit] = await Promise.all([canVerify(), words.need('page'), words.need('verify')])
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no root')
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <Spoken>
          <Page isFit={isFit} />
        </Spoken>
      </I18nProvider>
    </StrictMode>,
  )
  const asked = location.hash.slice(1)
  if (isFit && asked.startsWith('/public/'))
    await model.send({ type: 'address-given', address: asked })
}

void start()
