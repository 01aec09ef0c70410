import type { Bytes } from '@parley/protocol'
import { altered } from '@parley/testkit/altered'
import * as fc from 'fast-check'
import { alteredBytes } from './bytes.ts'
import { alteredFields, alteredStrings } from './json.ts'
import { base64Of, bytesOf, jsonOf, textOf, toBase64 } from './shape.ts'
import { alteredWords } from './text.ts'

/** How many layers are looked into: a JWS in JSON in base64url is three. */
const LAYERS = 4

/**
 * Inputs near this one, by what it is: bytes with their lengths and numbers, text, JSON field by field,
 * and texts of base64url, as links, JWS and JWE are, by what is inside. `others` lend parts of theirs.
 */
export function mutationsOf(
  input: Bytes,
  others: readonly Bytes[],
  layers = LAYERS,
): fc.Arbitrary<Bytes> {
  const text = textOf(input)
  const bytes = alteredBytes(input, others)
  if (text === undefined || text === '') return bytes
  const json = jsonOf(text)
  const within = (part: string) => alteredPart(part, others, layers - 1)
  if (json && typeof json.value === 'object' && json.value !== null)
    return fc.oneof(bytes, alteredWords(text).map(bytesOf), ...jsonNear(json.value, others, within))
  const words = alteredWords(text).map(bytesOf)
  return layers > 0
    ? fc.oneof(bytes, words, words, within(text).map(bytesOf))
    : fc.oneof(bytes, words)
}

/** JSON that differs by a value, a field or a text; more often than by a letter, which mostly breaks it. */
function jsonNear(
  value: object,
  others: readonly Bytes[],
  within: (text: string) => fc.Arbitrary<string>,
): fc.Arbitrary<Bytes>[] {
  const lent = others.flatMap((other) => jsonOf(textOf(other) ?? '') ?? [])
  const near = [altered(value), alteredFields(value, lent), alteredStrings(value, within)]
  return [...near, ...near].map((values) =>
    values.map((other) => bytesOf(JSON.stringify(other) ?? '')),
  )
}

/** The text with one of its runs of base64url changed inside; as words where it has none. */
function alteredPart(text: string, others: readonly Bytes[], layers: number): fc.Arbitrary<string> {
  const runs = [...text.matchAll(/[\w-]{4,}/g)].flatMap(({ 0: run, index }) => {
    const inside = base64Of(run)
    return inside ? [{ inside, from: index, to: index + run.length }] : []
  })
  if (runs.length === 0 || layers <= 0) return alteredWords(text)
  return fc
    .constantFrom(...runs)
    .chain(({ inside, from, to }) =>
      mutationsOf(inside, others, layers - 1).map(
        (bytes) => text.slice(0, from) + toBase64(bytes) + text.slice(to),
      ),
    )
}
