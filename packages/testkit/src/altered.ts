import * as fc from 'fast-check'

type Path = readonly (string | number)[]

/** A value of JSON with one thing in it changed: another value in its place, nothing at all, a field too many, or a text that is a little longer or shorter. */
export function altered(value: unknown): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.constantFrom(...pathsIn(value)), fc.jsonValue({ maxDepth: 3 }), fc.nat())
    .chain(([path, other, at]) =>
      fc.constantFrom(
        () => changed(value, path, () => other),
        () => changed(value, path, () => (path.length > 0 ? undefined : null)),
        () => changed(value, path, (old) => withField(old, other)),
        () => changed(value, path, (old) => twisted(old, at)),
      ),
    )
    .map((make) => make())
}

/** A text with one character of it replaced, taken out or doubled. */
export function alteredText(text: string): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat(Math.max(0, text.length - 1)), fc.string({ maxLength: 2 }))
    .map(([at, put]) => text.slice(0, at) + put + text.slice(at + 1))
}

/** Every place in the value, itself the first. */
function pathsIn(value: unknown): Path[] {
  if (typeof value !== 'object' || value === null) return [[]]
  return [
    [],
    ...Object.entries(value).flatMap(([key, inner]) =>
      pathsIn(inner).map((path): Path => [key, ...path]),
    ),
  ]
}

function changed(value: unknown, path: Path, change: (old: unknown) => unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return change(value)
  if (Array.isArray(value))
    return value.map((each, at) => (String(at) === key ? changed(each, rest, change) : each))
  const old = value as Record<string, unknown>
  return { ...old, [key]: changed(old[key], rest, change) }
}

function withField(old: unknown, other: unknown): unknown {
  if (Array.isArray(old)) return [...old, other]
  return typeof old === 'object' && old !== null ? { ...old, other } : [old, other]
}

function twisted(old: unknown, at: number): unknown {
  if (typeof old === 'number') return [-old, old + 0.5, old * 1e300, 2 ** 53][at % 4]
  if (typeof old !== 'string') return JSON.stringify(old)
  const middle = at % (old.length + 1)
  return [old + old, old.slice(0, middle), `${old.slice(0, middle)}\u202E${old.slice(middle)}`][
    at % 3
  ]
}
