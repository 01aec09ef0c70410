import type { ComponentProps, ReactNode } from 'react'
import { Button } from 'react-aria-components'

/** A button that says what is: pressed while it is on. */
export function ToggleButton({
  isSelected,
  onChange,
  ...button
}: Omit<ComponentProps<typeof Button>, 'aria-pressed' | 'onPress'> & {
  isSelected: boolean
  onChange: (isSelected: boolean) => void
}): ReactNode {
  return <Button {...button} aria-pressed={isSelected} onPress={() => onChange(!isSelected)} />
}
