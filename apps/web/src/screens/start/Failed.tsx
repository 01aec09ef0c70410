import { Trans, useLingui } from '@lingui/react/macro'
import type { RefusalCode } from '@parley/protocol'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Banner } from '../../components/Banner.tsx'
import { CannotOpen } from '../../components/CannotOpen.tsx'
import { RefusalBanner } from '../../components/RefusalBanner.tsx'
import { FAILURES } from '../../language/failures.ts'
import { helpsToLoadAgain, type Failure } from '../../model/failure.ts'

/** A page that cannot be opened, and why. */
export function Failed({ code }: { code: RefusalCode | Failure }): ReactNode {
  return (
    <CannotOpen why={<Reason code={code} />}>
      {helpsToLoadAgain(code) ? (
        <Button className="btn btn--primary" onPress={() => location.reload()}>
          <Trans>Load this page again</Trans>
        </Button>
      ) : null}
    </CannotOpen>
  )
}

function Reason({ code }: { code: RefusalCode | Failure }): ReactNode {
  const { t } = useLingui()
  if (!isFailure(code)) return <RefusalBanner code={code} />
  const { kind, title, follows } = FAILURES[code]
  return (
    <Banner kind={kind} title={t(title)}>
      {follows.map((sentence) => (
        <p key={sentence.id}>{t(sentence)}</p>
      ))}
    </Banner>
  )
}

function isFailure(code: RefusalCode | Failure): code is Failure {
  return code in FAILURES
}
