import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Banner } from '../../components/Banner.tsx'
import type { VerifyTrouble } from '../../model/verify/verifyView.ts'

/** Why nothing can be said. */
export const TROUBLES: Readonly<Record<VerifyTrouble, MessageDescriptor>> = {
  'other-origin': msg`This page can ask its own server only. Save the files there, and choose them here.`,
  'not-fetched': msg`That address does not answer, or something that it names is missing there.`,
  'nothing-there': msg`The page at that address names nothing that was released.`,
  'too-large': msg`That file is too large for this browser. The command “parley verify” takes it.`,
  'no-code': msg`A code has 30 digits.`,
}

/** Says it, where there is something to say. */
export function Trouble({ trouble }: { trouble: VerifyTrouble | undefined }): ReactNode {
  const { t } = useLingui()
  return trouble ? <Banner kind="caution" title={t(TROUBLES[trouble])} /> : null
}
