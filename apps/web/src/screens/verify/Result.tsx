import { Trans, useLingui } from '@lingui/react/macro'
import { useId, type ReactNode } from 'react'
import type { NotProven, Proven, Verdict } from '@parley/release'
import { Status } from '../../components/Status.tsx'
import type { Checked } from '../../model/verify/verifyView.ts'
import { BECAUSE } from './becauseWords.ts'
import { Seals } from './Seals.tsx'
import { SignedText } from './SignedText.tsx'
import { PROVEN, UNPROVEN } from './unprovenWords.ts'
import { WhatSigned } from './WhatSigned.tsx'
import { Where } from './Where.tsx'

/** One file: whether it is proven, what of it, and what not. */
export function Result({
  checked: { name, verdict },
  isExpected,
}: {
  checked: Checked
  /** Whether a seal of the code that somebody expects has signed it. */
  isExpected: boolean
}): ReactNode {
  const id = useId()
  return (
    <article className="panel result" aria-labelledby={id}>
      <div className="panel__head">
        <h2 id={id}>
          <bdi>{name}</bdi>
        </h2>
        <Sign verdict={verdict} isExpected={isExpected} />
      </div>
      {verdict.is === 'proven' ? <Whole verdict={verdict} /> : <Fault verdict={verdict} />}
    </article>
  )
}

/** A full disc only where the code was compared: else anybody could have made the seals. */
function Sign({ verdict, isExpected }: { verdict: Verdict; isExpected: boolean }): ReactNode {
  if (verdict.is === 'not-proven')
    return (
      <Status kind="not">
        <Trans>not as it was signed</Trans>
      </Status>
    )
  return isExpected ? (
    <Status kind="good">
      <Trans>signed by the seal that you expect</Trans>
    </Status>
  ) : (
    <Status kind="usable">
      <Trans>signed by these seals</Trans>
    </Status>
  )
}

function Fault({ verdict }: { verdict: NotProven }): ReactNode {
  const { t } = useLingui()
  return (
    <div className="panel__body stack">
      <p className="result__because">{t(BECAUSE[verdict.because])}</p>
      <Where verdict={verdict} />
    </div>
  )
}

function Whole({ verdict }: { verdict: Proven }): ReactNode {
  const { t, i18n } = useLingui()
  const list = new Intl.ListFormat(i18n.locale, { type: 'disjunction' })
  const not = list.format(verdict.unproven.map((one) => t(UNPROVEN[one])))
  return (
    <div className="panel__body stack">
      <WhatSigned verdict={verdict} />
      <Seals signers={verdict.signers} />
      <p className="result__proven">{t(PROVEN[verdict.of])}</p>
      <p className="result__not">
        <Trans>Not proven: {not}.</Trans>
      </p>
      <SignedText verdict={verdict} />
    </div>
  )
}
