/** Letters of other scripts, and signs, by the Latin letters that they look like. From Unicode's table of confusables, as far as names need it. */
const LIKE: readonly (readonly [string, string])[] = [
  ['АаΑαɑ', 'a'],
  ['ВвьΒβ', 'b'],
  ['СсϹϲ', 'c'],
  ['ԁ', 'd'],
  ['ЕеΕεҽ', 'e'],
  ['ɡց', 'g'],
  ['НнҺһΗհ', 'h'],
  ['ІіΙιlL1|ıӀӏ!', 'i'],
  ['Јјϳ', 'j'],
  ['КкΚκ', 'k'],
  ['МмΜ', 'm'],
  ['пηΝո', 'n'],
  ['ОоΟο0օσ', 'o'],
  ['РрΡρ', 'p'],
  ['ԛզ', 'q'],
  ['г', 'r'],
  ['ЅѕՏ', 's'],
  ['ТтΤτ', 't'],
  ['υսμ', 'u'],
  ['νѵ', 'v'],
  ['Ԝԝω', 'w'],
  ['ХхΧχ', 'x'],
  ['УуγΥү', 'y'],
  ['Ζζ', 'z'],
]

const LETTERS = new Map(
  LIKE.flatMap(([alike, letter]) => Array.from(alike, (one) => [one, letter] as const)),
)

/** The same for all names that look alike: no accents, case, spaces or signs, and other scripts' letters as they look. */
function lookOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/[^\p{L}\p{N}|!]/gu, '')
  const looks = Array.from(
    plain,
    (one) => LETTERS.get(one) ?? LETTERS.get(one.toLowerCase()) ?? one,
  )
  return looks.join('').toLowerCase().replaceAll('rn', 'm').replaceAll('vv', 'w')
}

/** The first of these names that one can take for the other; nothing, if each is plainly another. */
export function alikeOf(name: string, others: readonly string[]): string | undefined {
  const look = lookOf(name)
  return others.find((other) => lookOf(other) === look)
}
