/** Those who speak for their side, or for nobody: everybody but those who are there for the talks to be possible. */
const NOT_THEIRS = new Set<string | undefined>(['interpreter', 'technician', 'press', undefined])

/** Whether a seat may ask to speak. */
export function takesPart(role: string | undefined): boolean {
  return !NOT_THEIRS.has(role)
}
