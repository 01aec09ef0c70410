import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'

/** Says to eyes that whoever speaks is heard late; screen readers hear it from the announcer, once. */
export function LateSound({ lateMs }: { lateMs: number | undefined }): ReactNode {
  return (
    lateMs !== undefined && (
      <p className="call__late">
        <LateSoundWords lateMs={lateMs} />
      </p>
    )
  )
}

/** By how much, and what to do about it. */
export function LateSoundWords({ lateMs }: { lateMs: number }): ReactNode {
  const { i18n } = useLingui()
  const seconds = inSeconds(lateMs, i18n.locale)
  return (
    <>
      <bdi className="num">{seconds}</bdi>{' '}
      <span>
        <Trans>Sound arrives late. Wait before you answer.</Trans>
      </span>
    </>
  )
}

/** With the shortest word for seconds, which always stands apart from the number and never on a line of its own. */
function inSeconds(ms: number, locale: string): string {
  const parts = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'narrow',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).formatToParts(ms / 1000)
  return parts
    .map(({ type, value }) => (type === 'unit' ? `\u00A0${value.trim()}` : value.trim()))
    .join('')
}
