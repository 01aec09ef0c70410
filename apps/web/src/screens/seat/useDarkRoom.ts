import { useLayoutEffect } from 'react'
import { enterPlace } from '../../components/theme.ts'

/** Dark before, in and after a call, unless its holder chose light; the desk's paper comes back after it. */
export function useDarkRoom(): void {
  useLayoutEffect(() => {
    enterPlace('room')
    return () => enterPlace('desk')
  }, [])
}
