import type { ReadonlySignal } from '@preact/signals-core'
import { useEffect, useState } from 'react'
import { words } from '../../language/spoken.ts'
import type { Checks } from '../../model/check/checks.ts'
import { useSignal } from '../../useSignal.ts'

type Parts = (typeof import('./check/parts.ts'))['CHECK_PARTS']

/** What is measured, with what shows it. */
export type ShownChecks = { checks: Checks; parts: Parts }

/** Undefined until there is something to show; where the code for it cannot be loaded it stays so, and one can go in. */
export function useChecks(running: ReadonlySignal<Checks | undefined>): ShownChecks | undefined {
  const checks = useSignal(running)
  const [parts, setParts] = useState<Parts | undefined>(undefined)
  const isWanted = checks !== undefined
  useEffect(() => {
    if (!isWanted) return
    const load = async () => {
      const said = words.need('check')
      const { CHECK_PARTS } = await import('./check/parts.ts')
      await said
      setParts(CHECK_PARTS)
    }
    load().catch(() => undefined)
  }, [isWanted])
  return checks && parts && { checks, parts }
}
