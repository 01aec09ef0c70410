import { Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'

/** Prints what the page shows, without what is only for a screen. */
export function PrintButton({ children }: { children: ReactNode }): ReactNode {
  return (
    <Button className="btn" onPress={() => print()}>
      <Printer className="icon" aria-hidden="true" />
      {children}
    </Button>
  )
}
