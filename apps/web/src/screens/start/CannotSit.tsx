import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Banner } from '../../components/Banner.tsx'
import { UNFIT } from '../../language/unfit.ts'

/** Said before a link is opened: what this browser cannot do, and which ones can. */
export function CannotSit(): ReactNode {
  const { t } = useLingui()
  return (
    <Banner kind="caution" title={t(UNFIT.title)}>
      <p>{t(UNFIT.because)}</p>
      <p>{t(UNFIT.remedy)}</p>
      <p>{t(UNFIT.desk)}</p>
    </Banner>
  )
}
