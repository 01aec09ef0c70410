/** Says what a bench is at, where nobody takes it for a result. */
export function progress(words: string): void {
  process.stderr.write(`${words}\n`)
}
