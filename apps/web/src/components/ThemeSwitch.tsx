import { useLingui } from '@lingui/react/macro'
import { Contrast } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { switchTheme } from './theme.ts'

/** Paper or a dark room. */
export function ThemeSwitch(): ReactNode {
  const { t } = useLingui()
  return (
    <Button className="theme" aria-label={t`Switch between light and dark`} onPress={switchTheme}>
      <Contrast className="icon" aria-hidden="true" />
    </Button>
  )
}
