/** Characters after which a batch is full. Larger: more memory for each reader that is behind. Smaller: more questions to the database. */
const BATCH_CHARACTERS = 1024 * 1024

/** The numbers of those that are read at once: the first, however large it is, and the next ones until the batch is full. */
export function batchOf(rows: readonly { number: number; characters: number }[]): number[] {
  let characters = 0
  const numbers: number[] = []
  for (const row of rows) {
    if (characters >= BATCH_CHARACTERS) break
    characters += row.characters
    numbers.push(row.number)
  }
  return numbers
}
