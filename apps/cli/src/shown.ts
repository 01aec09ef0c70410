/** Characters of what a stranger wrote. Larger: a screen is full of it. Smaller: an address is cut. */
const LONGEST = 200

/** What a stranger wrote, in letters that move nothing on a terminal. */
export function shown(text: string): string {
  const plain = text.replaceAll(
    /[^\x20-\x7E]/g,
    (letter) => `\\u{${letter.codePointAt(0)?.toString(16)}}`,
  )
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain
}
