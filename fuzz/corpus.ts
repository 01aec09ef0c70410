import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Bytes } from '@parley/protocol'
import { base64Of, bytesOf, textOf, toBase64 } from './mutations/shape.ts'

/** Bytes of the largest input that is kept in the repository, and of all of a target. */
const [INPUT_BYTES, ALL_BYTES] = [2048, 6 * 1024]

type Line = string | { bytes: string }

/** The inputs that a target's corpus has, one a line: text as JSON writes it, or base64url of bytes. */
export function readCorpus(name: string): Bytes[] {
  const file = fileOf(name)
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => bytesIn(JSON.parse(line) as Line))
}

/** Writes those that are not there yet, the smallest first, as many as there is room for. */
export function addToCorpus(name: string, inputs: readonly Bytes[]): void {
  const lines = new Set(readCorpus(name).map(lineOf))
  let room = ALL_BYTES - [...lines].reduce((sum, line) => sum + line.length, 0)
  for (const input of inputs.toSorted((a, b) => a.length - b.length)) {
    const line = lineOf(input)
    if (input.length > INPUT_BYTES || line.length > room || lines.has(line)) continue
    lines.add(line)
    room -= line.length
  }
  mkdirSync(new URL('.', fileOf(name)), { recursive: true })
  writeFileSync(fileOf(name), [...lines].map((line) => `${line}\n`).join(''))
}

function lineOf(input: Bytes): string {
  const text = textOf(input)
  return JSON.stringify(text === undefined ? { bytes: toBase64(input) } : text)
}

function bytesIn(line: Line): Bytes {
  return typeof line === 'string' ? bytesOf(line) : (base64Of(line.bytes) ?? new Uint8Array())
}

function fileOf(name: string): URL {
  return new URL(`corpus/${name}.jsonl`, import.meta.url)
}
