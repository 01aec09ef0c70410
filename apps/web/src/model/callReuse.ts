/**
 * What is equal in `now` and `before` is taken from `before`, the whole included: a view that says
 * the same is the same, and is not drawn again. Only plain objects and lists are looked into.
 */
export function reuse<T>(before: unknown, now: T): T {
  if (Object.is(before, now)) return now
  if (Array.isArray(before) && Array.isArray(now)) {
    const items: unknown[] = now.map((item, place) => reuse(before[place], item))
    const isSame =
      items.length === before.length && items.every((item, place) => Object.is(item, before[place]))
    return (isSame ? before : items) as T
  }
  if (!isPlain(before) || !isPlain(now)) return now
  const keys = Object.keys(now)
  const parts = Object.fromEntries(keys.map((key) => [key, reuse(before[key], now[key])]))
  const isSame =
    keys.length === Object.keys(before).length &&
    keys.every((key) => key in before && Object.is(parts[key], before[key]))
  return (isSame ? before : parts) as T
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  )
}
