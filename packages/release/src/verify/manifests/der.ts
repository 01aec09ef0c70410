import type { Bytes } from '@parley/protocol'

/** One element of DER (X.690): its tag, what is in it, and all of it. */
export type Element = { readonly tag: number; readonly body: Bytes; readonly whole: Bytes }

/** The tags that a certificate is made of. */
export const TAG = { bits: 0x03, sequence: 0x30, version: 0xa0 } as const

/** The elements that fill those bytes; nothing where they do not. */
function elementsIn(bytes: Bytes): readonly Element[] | undefined {
  const elements: Element[] = []
  let at = 0
  while (at < bytes.length) {
    const element = elementAt(bytes, at)
    if (!element) return undefined
    elements.push(element)
    at += element.whole.length
  }
  return elements
}

/** The elements of a sequence, if those bytes are one and nothing else. */
export function sequenceIn(bytes: Bytes): readonly Element[] | undefined {
  const [only, ...others] = elementsIn(bytes) ?? []
  return only?.tag === TAG.sequence && others.length === 0 ? elementsIn(only.body) : undefined
}

function elementAt(bytes: Bytes, start: number): Element | undefined {
  const [tag, first] = [bytes[start], bytes[start + 1]]
  if (tag === undefined || first === undefined) return undefined
  const more = first < 0x80 ? 0 : first - 0x80
  const from = start + 2 + more
  const length =
    more === 0 ? first : bytes.subarray(start + 2, from).reduce((sum, byte) => sum * 256 + byte, 0)
  const isShortest = more === 0 || (more <= 3 && length >= 0x80 && length >= 256 ** (more - 1))
  if (!isShortest || from + length > bytes.length) return undefined
  return {
    tag,
    body: bytes.subarray(from, from + length),
    whole: bytes.subarray(start, from + length),
  }
}
