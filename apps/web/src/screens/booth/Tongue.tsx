import type { ReactNode } from 'react'
import { tongue } from '../../language/tongues.ts'

/** A language by its own name, read out as that language is. */
export function Tongue({ of }: { of: string }): ReactNode {
  return <bdi lang={of}>{tongue(of)}</bdi>
}
