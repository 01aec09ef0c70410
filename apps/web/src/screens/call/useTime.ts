import { useLingui } from '@lingui/react/macro'

/** Hours and minutes, of 24: nobody asks which half of the day was meant. */
export function useTime(): (atMs: number) => string {
  const { i18n } = useLingui()
  return (atMs) => i18n.date(atMs, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}
