import { useEffect, useRef, type RefObject } from 'react'

/** A form that goes to its first wrong field at each try, which may be far above the button. */
export function useFirstWrong(tries: number): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('input[aria-invalid="true"]')?.focus()
  }, [tries])
  return form
}
