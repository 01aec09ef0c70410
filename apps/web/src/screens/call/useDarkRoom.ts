import { useLayoutEffect } from 'react'

/** Dark while one is before, in or after a call, unless its holder then chooses light; the desk's paper comes back after it. */
export function useDarkRoom(): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    const before = dataset['theme']
    dataset['theme'] = 'dark'
    return () => {
      dataset['theme'] = before
    }
  }, [])
}
