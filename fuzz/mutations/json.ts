import * as fc from 'fast-check'

/** Keys that objects have without having them. */
const HOSTILE = ['__proto__', 'constructor', 'toString', 'length', 'then', '']

type Holder = Record<string, unknown> | unknown[]

/** The value with a field renamed, put elsewhere, nested deep, or given what stands somewhere in another input. */
export function alteredFields(
  value: object,
  others: readonly { value: unknown }[],
): fc.Arbitrary<unknown> {
  const lent = [value, ...others.map((other) => other.value)].flatMap(partsOf)
  const put = fc.oneof(
    fc.constantFrom(...lent),
    fc.constantFrom(...HOSTILE, null, {}, [], 0, -0, 1e308, 2 ** 53),
    fc
      .tuple(fc.constantFrom(...lent), fc.constantFrom(1, 40, 4000))
      .map(([part, n]) => nested(part, n)),
    fc
      .tuple(fc.constantFrom(...lent), fc.constantFrom(2, 33, 300))
      .map(([part, n]) => Array(n).fill(part)),
  )
  const key = fc.oneof(fc.constantFrom(...HOSTILE), fc.constantFrom(...keysOf(lent), 'a'))
  return fc.tuple(fc.nat(), fc.nat(), key, put, fc.nat(3)).map(([which, at, name, what, how]) => {
    const copy = structuredClone(value) as Holder
    const holders = partsOf(copy).filter(isHolder)
    const holder = holders[which % holders.length] ?? copy
    change(holder, { at, name, what, how })
    return copy
  })
}

/** The value with one of its texts changed by `within`. */
export function alteredStrings(
  value: object,
  within: (text: string) => fc.Arbitrary<string>,
): fc.Arbitrary<unknown> {
  const texts = partsOf(value).filter((part) => typeof part === 'string')
  if (texts.length === 0) return fc.constant(value)
  return fc
    .nat(texts.length - 1)
    .chain((at) => within(texts[at] ?? '').map((text) => withText(value, at, text)))
}

function change(
  holder: Holder,
  { at, name, what, how }: { at: number; name: string; what: unknown; how: number },
): void {
  const keys = Object.keys(holder)
  const key = keys[at % Math.max(1, keys.length)] ?? name
  if (Array.isArray(holder)) return void holder.splice(at % (holder.length + 1), how & 1, what)
  if (how === 0) return define(holder, name, what)
  if (how === 1) return define(holder, key, what)
  const old = holder[key]
  delete holder[key]
  if (how === 2) define(holder, name, old)
}

/** As `JSON.parse` does it: `__proto__` becomes a field like another. */
function define(holder: object, key: string, value: unknown): void {
  Object.defineProperty(holder, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  })
}

function withText(value: unknown, at: number, text: string): unknown {
  let seen = 0
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return seen++ === at ? text : part
    if (Array.isArray(part)) return part.map(walk)
    if (!isHolder(part)) return part
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]))
  }
  return walk(value)
}

function partsOf(value: unknown): unknown[] {
  return isHolder(value) ? [value, ...Object.values(value).flatMap(partsOf)] : [value]
}

function keysOf(values: readonly unknown[]): string[] {
  return values.flatMap((value) =>
    isHolder(value) && !Array.isArray(value) ? Object.keys(value) : [],
  )
}

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null
}

function nested(value: unknown, times: number): unknown {
  let whole = value
  for (let n = 0; n < times; n++) whole = [whole]
  return whole
}
