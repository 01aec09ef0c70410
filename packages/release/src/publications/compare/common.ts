/** Pairs that are held to each other at most. Larger: more time and memory. Smaller: long texts are told as wholly other. */
const PAIRS = 4_000_000

/**
 * The longest row of things that both have in that order: by their places in the one, those in the other. None where
 * there are too many to tell.
 */
export function longestCommon<T>(
  a: readonly T[],
  b: readonly T[],
  isSame: (a: T, b: T) => boolean,
): ReadonlyMap<number, number> {
  const common = new Map<number, number>()
  if (a.length * b.length > PAIRS) return common
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  const same = (i: number, j: number) => isSame(a[i] as T, b[j] as T)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] = same(i, j)
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1))
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (same(i, j)) common.set(i++, j++)
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return common
}
