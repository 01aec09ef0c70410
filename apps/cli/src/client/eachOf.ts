/** Does the work for each, so many at once; what came of it, in their order. */
export async function eachOf<One, Outcome>(
  all: readonly One[],
  atOnce: number,
  work: (one: One) => Promise<Outcome>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const left = all.entries()
  const hand = async () => {
    for (const [place, one] of left)
      // oxlint-disable-next-line no-await-in-loop -- one after the other, in each hand
      outcomes[place] = await work(one)
  }
  await Promise.all(Array.from({ length: atOnce }, hand))
  return outcomes
}
