import type { ReactNode } from 'react'
import type { AideAtHand } from '../../model/aide/aideModel.ts'
import { useSignal } from '../../useSignal.ts'
import { Failed } from '../start/Failed.tsx'
import { Opening } from '../start/Opening.tsx'
import { AideScreen } from './AideScreen.tsx'

/** A device that drives the display of a seat. */
export function Aide({ model }: { model: AideAtHand }): ReactNode {
  const screen = useSignal(model.screen)
  switch (screen.is) {
    case 'opening':
      return <Opening />
    case 'failed':
      return <Failed code={screen.code} />
    case 'console':
      return <AideScreen view={screen.view} send={(event) => model.send(event)} />
  }
}
