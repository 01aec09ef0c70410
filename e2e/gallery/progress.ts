/** Says what is being done, beside what the command answers. */
export function progress(words: string): void {
  process.stderr.write(`${words}\n`)
}
