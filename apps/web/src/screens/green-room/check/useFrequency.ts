import { useLingui } from '@lingui/react/macro'

/** A frequency as it is read: hertz up to a thousand, kilohertz from there. */
export function useFrequency(): (hz: number) => string {
  const { t, i18n } = useLingui()
  return (hz) => {
    if (hz < 1000) {
      const hertz = i18n.number(hz)
      return t`${hertz} Hz`
    }
    const kilohertz = i18n.number(hz / 1000, { maximumFractionDigits: 1 })
    return t`${kilohertz} kHz`
  }
}
