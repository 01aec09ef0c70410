import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Banner } from '../../components/Banner.tsx'
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
      <main className="page">
        <h1 className="sr">
          <Trans>Open in another window</Trans>
        </h1>
        <Banner
          kind="caution"
          title={t(title)}
          acts={
            <Button
              className="btn btn--primary"
              onPress={() => send({ type: 'take-over-pressed' })}
            >
              <Trans>Use it in this window</Trans>
            </Button>
          }
        >
          {t(follows)}
        </Banner>
      </main>
    </>
  )
}
