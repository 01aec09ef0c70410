/** A word as it is looked up: without case, accents and what stands around it. */
export function plainWord(word: string): string {
  return word
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Looks words up in a table of what means what. Each line has the words of one language, apart by commas. */
export function wordFinder<K extends string>(
  table: Readonly<Record<K, readonly string[]>>,
): (word: string) => K | undefined {
  const found = new Map(
    Object.entries<readonly string[]>(table).flatMap(([meaning, lines]) =>
      lines
        .join()
        .split(',')
        .map((word) => [plainWord(word), meaning as K] as const),
    ),
  )
  return (word) => found.get(plainWord(word))
}
