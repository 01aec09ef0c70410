import type { ReactNode } from 'react'
import { tongue } from '../../../language/tongues.ts'

/** A language by its own name, in itself. */
export function InTongue({ of }: { of: string }): ReactNode {
  return (
    <bdi lang={of} className="tongue">
      {tongue(of)}
    </bdi>
  )
}
