import { root } from './paths.mjs'

/** Something that the person at the keyboard can put right, said in one sentence and shown without a stack. */
export class Failure extends Error {}

/** The person at the keyboard asked for the end, and is told nothing. */
export class Interrupted extends Error {}

const FULL = /ENOSPC|no space left on device/i
const READ_ONLY = /EROFS|read-only file system/i
const FORBIDDEN = /EACCES|EPERM|permission denied/i
/** What the system's loader says of a program, such as the Node that was fetched, which a bare system cannot load. */
const LIBRARY = /error while loading shared libraries: ((\w+)\.so\.(\d+)): cannot open/
/** Where a path below the project stands in what is said of it. */
const OURS = new RegExp(`${root.replaceAll(/[^\w/]/g, String.raw`\$&`)}(?![\\w.-])`)

/**
 * Finds the sentence for a fault of the system in what a system call or a tool said of it. That a folder cannot be
 * written is said only of the project's own.
 * @param {string} text
 * @returns {string | undefined}
 */
export function sentenceFor(text) {
  const [, library, name, version] = LIBRARY.exec(text) ?? []
  if (library !== undefined)
    return `The library ${library} is missing: install it (Debian's package is ${name}${version}), then run the command again.`
  const lines = text.split('\n')
  const ours = lines.filter((line) => OURS.test(line))
  if (lines.some((line) => FULL.test(line)))
    return 'The disk is full: make room, then run the command again.'
  if (ours.some((line) => READ_ONLY.test(line)))
    return 'This folder is read-only: move the project to a folder that can be written to.'
  if (ours.some((line) => FORBIDDEN.test(line)))
    return 'This folder may not be written to by you: change its owner or move the project.'
  return undefined
}

/**
 * Ends the command on an error, with the words for it.
 * @param {unknown} error
 */
export function exitWith(error) {
  if (error instanceof Interrupted) process.exit(130)
  console.error(`\n${wordsFor(error)}`)
  process.exit(1)
}

/**
 * What to show of an error: one sentence where there is one, else the stack.
 * @param {unknown} error
 */
export function wordsFor(error) {
  if (error instanceof Failure) return error.message
  const sentence = sentenceFor(String(error))
  if (sentence !== undefined) return sentence
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
