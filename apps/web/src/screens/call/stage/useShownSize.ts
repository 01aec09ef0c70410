import { useEffect, type RefObject } from 'react'

type Size = { width: number; height: number }

/** Tells how large an element is shown in its window, in device pixels, and undefined while nothing of it can be seen. */
export function useShownSize(
  element: RefObject<HTMLElement | null>,
  onChange: (size: Size | undefined) => void,
): void {
  useEffect(() => {
    const watched = element.current
    if (!watched) return undefined
    const { ownerDocument: page } = watched
    const { ResizeObserver, IntersectionObserver } = page.defaultView ?? window
    let isInView = true
    let told = ''
    const tell = (): void => {
      const size = isInView && !page.hidden ? sizeOf(watched) : undefined
      const words = size ? `${size.width} ${size.height}` : 'hidden'
      if (words === told) return
      told = words
      onChange(size)
    }
    const resize = new ResizeObserver(tell)
    const view = new IntersectionObserver((entries) => {
      isInView = entries.at(-1)?.isIntersecting ?? false
      tell()
    })
    resize.observe(watched)
    view.observe(watched)
    page.addEventListener('visibilitychange', tell)
    return () => {
      resize.disconnect()
      view.disconnect()
      page.removeEventListener('visibilitychange', tell)
      onChange(undefined)
    }
  }, [element, onChange])
}

function sizeOf(element: HTMLElement): Size {
  const { width, height } = element.getBoundingClientRect()
  return {
    width: Math.round(width * devicePixelRatio),
    height: Math.round(height * devicePixelRatio),
  }
}
