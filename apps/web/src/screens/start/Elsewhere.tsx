import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Brand } from '../../components/Brand.tsx'
import { PageSwitches } from '../../components/PageSwitches.tsx'
import { ELSEWHERE } from '../../language/elsewhere.ts'
import type { PageEvent, Screen } from '../../model/screen.ts'

/** Another window of this browser has it. Taking it over closes it there first. */
export function Elsewhere({
  what,
  send,
}: {
  what: Extract<Screen, { is: 'elsewhere' }>['what']
  send: (event: PageEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const { title, follows } = ELSEWHERE[what]
  return (
    <>
      <header className="top">
        <Brand isLink />
        <PageSwitches />
      </header>
      <main className="page page--said">
        <section className="panel elsewhere" role="alert">
          <h1>{t(title)}</h1>
          <p>{t(follows)}</p>
          <Button
            className="btn btn--primary btn--large"
            onPress={() => send({ type: 'take-over-pressed' })}
          >
            <Trans>Use it in this window</Trans>
          </Button>
        </section>
      </main>
    </>
  )
}
