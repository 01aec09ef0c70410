/** A pressed key or button, from the press until the picture that answers it: one of its events, to 8 ms. */
export type NotedEvent = { interaction: number; name: string; durationMs: number }

/** That something moved without having been touched, by the share of the screen and by how far. */
type NotedShift = { atMs: number; score: number; moved: string[] }

/** What a page noted of its own screen. */
export type NotedScreen = { events: NotedEvent[]; shifts: NotedShift[] }

/** What the browser tells of each, which TypeScript does not know yet. */
type LayoutShift = PerformanceEntry & {
  value: number
  hadRecentInput: boolean
  sources: readonly { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[]
}

/** Runs in a page, before its own script, so it takes nothing from outside. */
export function noteScreen(): void {
  const noted: NotedScreen = { events: [], shifts: [] }
  Object.assign(globalThis, { notedScreen: noted })

  const nameOf = (node: Node | null) =>
    node instanceof Element
      ? `${node.tagName.toLowerCase()}.${node.className}`
      : `${node?.nodeName}`
  const placeOf = ({ x, y, width, height }: DOMRect) => `${width}x${height} at ${x},${y}`
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as LayoutShift[]) {
      if (entry.hadRecentInput) continue
      const moved = entry.sources.map(
        ({ node, previousRect, currentRect }) =>
          `${nameOf(node)} from ${placeOf(previousRect)} to ${placeOf(currentRect)}`,
      )
      noted.shifts.push({ atMs: entry.startTime, score: entry.value, moved })
    }
  }).observe({ type: 'layout-shift', buffered: true })

  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const interaction = Number(Reflect.get(entry, 'interactionId'))
      noted.events.push({ interaction, name: entry.name, durationMs: entry.duration })
    }
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit)
}
