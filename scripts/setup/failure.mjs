/** Something that the person at the keyboard can put right, said in one sentence and shown without a stack. */
export class Failure extends Error {}

const SENTENCES = [
  [/ENOSPC|no space left on device/i, 'The disk is full: make room, then run the command again.'],
  [
    /EROFS|read-only file system/i,
    'This folder is read-only: move the project to a folder that can be written to.',
  ],
  [
    /EACCES|EPERM|permission denied/i,
    'This folder may not be written to by you: change its owner or move the project.',
  ],
]

/**
 * Finds the sentence for a fault of the system in what a system call or a tool said of it.
 * @param {string} text
 * @returns {string | undefined}
 */
export function sentenceFor(text) {
  for (const [pattern, sentence] of SENTENCES) {
    if (pattern instanceof RegExp && pattern.test(text)) return String(sentence)
  }
  return undefined
}

/**
 * Ends the command on an error: one sentence where there is one, else the stack.
 * @param {unknown} error
 */
export function exitWith(error) {
  if (error instanceof Failure) console.error(`\n${error.message}`)
  else console.error(`\n${sentenceFor(String(error)) ?? stackOf(error)}`)
  process.exit(1)
}

/** @param {unknown} error */
function stackOf(error) {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
