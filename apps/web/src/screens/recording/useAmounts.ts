import { useLingui } from '@lingui/react/macro'

const [MEGABYTE, GIGABYTE] = [1e6, 1e9]

/** Sizes and times as the language writes them. */
export function useAmounts(): {
  bytes: (amount: number) => string
  seconds: (amount: number) => string
} {
  const { i18n } = useLingui()
  const write = (value: number, unit: string, digits = 0) =>
    new Intl.NumberFormat(i18n.locale, {
      style: 'unit',
      unit,
      maximumFractionDigits: digits,
    }).format(value)
  return {
    bytes: (amount) =>
      amount < GIGABYTE
        ? write(amount / MEGABYTE, 'megabyte', amount < 10 * MEGABYTE ? 1 : 0)
        : write(amount / GIGABYTE, 'gigabyte', 1),
    seconds(amount) {
      const minutes = Math.floor(amount / 60)
      if (minutes >= 120) return write(Math.floor(minutes / 60), 'hour')
      if (minutes >= 10) return write(minutes, 'minute')
      const seconds = write(Math.floor(amount % 60), 'second')
      return minutes === 0 ? seconds : `${write(minutes, 'minute')} ${seconds}`
    },
  }
}
