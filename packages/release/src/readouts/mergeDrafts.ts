import type { Clash, DraftText, SentReadout, SharedWith } from './draft.ts'
import { mergeBlocks } from './mergeBlocks.ts'
import { plainTextOf } from '../documents/plainText.ts'
import type { DraftTranslation, Wording } from './wording.ts'

type Ways<T> = { base: T; first: T; second: T }
type ClashOf = Clash['of']

/** More characters of a clash are cut: the text itself has them. */
const CLASH_CHARACTERS = 20_000

/**
 * One draft of two that consoles of a side made of the same. `first` is the one that was saved first: of a
 * line that both changed, its wording stands, and the other is in `clashes`. Nothing that one of them wrote is
 * left out. `newId` names a clash.
 */
export function mergeDrafts(
  { base, first, second }: Ways<DraftText>,
  newId: () => string,
): DraftText {
  const clashes: Clash[] = []
  const clash = (of: ClashOf, one: string, other: string) =>
    clashes.push({
      id: newId(),
      of,
      first: one.slice(0, CLASH_CHARACTERS),
      second: other.slice(0, CLASH_CHARACTERS),
    })
  const wording = mergeWordings(
    { base: base.wording, first: first.wording, second: second.wording },
    clash,
  )
  const flag = <K extends 'needsApproval' | 'offered'>(key: K) =>
    changed({ base: base[key], first: first[key], second: second[key] })
  return {
    wording,
    needsApproval: flag('needsApproval'),
    offered: flag('offered'),
    resolved: mergeSets(
      { base: base.resolved, first: first.resolved, second: second.resolved },
      (id) => id,
    ),
    clashes: [
      ...mergeSets(
        { base: base.clashes, first: first.clashes, second: second.clashes },
        ({ id }) => id,
      ),
      ...clashes,
    ].slice(-100),
    sent: mergeSets(
      { base: base.sent, first: first.sent, second: second.sent },
      ({ hash, how }: SentReadout) => `${hash} ${how}`,
    ),
    shared: mergeSets(
      { base: base.shared, first: first.shared, second: second.shared },
      ({ hash, code }: SharedWith) => `${hash} ${code}`,
    ),
  }
}

type Tell = (of: ClashOf, first: string, second: string) => void

function mergeWordings({ base, first, second }: Ways<Wording>, clash: Tell): Wording {
  const line = <K extends 'title' | 'byline' | 'correction' | 'embargo'>(of: K): Wording[K] =>
    mergeLine({ base: base[of], first: first[of], second: second[of] }, (one, other) =>
      clash(of, one, other),
    )
  return {
    language: changed({ base: base.language, first: first.language, second: second.language }),
    title: line('title'),
    byline: line('byline'),
    correction: line('correction'),
    embargo: line('embargo'),
    body: mergeBody({ base: base.body, first: first.body, second: second.body }, (one, other) =>
      clash('body', one, other),
    ),
    translations: mergeTranslations(
      { base: base.translations, first: first.translations, second: second.translations },
      clash,
    ),
  }
}

function mergeTranslations(
  ways: Ways<readonly DraftTranslation[]>,
  clash: Tell,
): DraftTranslation[] {
  const { base, first, second } = ways
  const languages = new Set([...first, ...second].map(({ language }) => language))
  return [...languages].flatMap((language) => {
    const find = (all: readonly DraftTranslation[]) => all.find((one) => one.language === language)
    const [was, one, other] = [find(base), find(first), find(second)]
    // What one took out, the other having left it as it was, is out.
    if (!one || !other) return keptOf({ was, stays: one ?? other })
    return [mergeTranslation({ base: was ?? one, first: one, second: other }, clash)]
  })
}

function keptOf({
  was,
  stays,
}: {
  was: DraftTranslation | undefined
  stays: DraftTranslation | undefined
}): DraftTranslation[] {
  if (!stays || (was && isSame(was, stays))) return []
  return [stays]
}

function mergeTranslation(
  { base, first, second }: Ways<DraftTranslation>,
  clash: Tell,
): DraftTranslation {
  const tell = (one: string, other: string) => clash('translation', one, other)
  const title = mergeLine({ base: base.title, first: first.title, second: second.title }, tell)
  const body = mergeBody({ base: base.body, first: first.body, second: second.body }, tell)
  const seen = [second, first].find((one) => isSame([one.title, one.body], [title, body]))
  return {
    language: first.language,
    title,
    body,
    by: changed({ base: base.by, first: first.by, second: second.by }),
    // Who checked one of two that were joined has not seen them as they are now.
    checkedBy: seen?.checkedBy ?? null,
    of: changed({ base: base.of, first: first.of, second: second.of }),
  }
}

function mergeBody(
  ways: Ways<Wording['body']>,
  tell: (first: string, second: string) => void,
): Wording['body'] {
  const { body, clashes } = mergeBlocks(ways)
  for (const { first, second } of clashes) tell(plainTextOf([...first]), plainTextOf([...second]))
  return body
}

/** As whoever changed it left it; where both did, as the first, and both are told. */
function mergeLine<T>(
  { base, first, second }: Ways<T>,
  tell: (first: string, second: string) => void,
): T {
  if (isSame(first, second) || isSame(second, base)) return first
  if (isSame(first, base)) return second
  tell(inWords(first), inWords(second))
  return first
}

/** As whoever changed it last: `second` did, where both did. */
function changed<T>({ base, first, second }: Ways<T>): T {
  return isSame(second, base) ? first : second
}

/** What either added, without what either took out. */
function mergeSets<T>(
  { base, first, second }: Ways<readonly T[]>,
  nameOf: (one: T) => string,
): T[] {
  const names = (all: readonly T[]) => new Set(all.map(nameOf))
  const [was, one, other] = [names(base), names(first), names(second)]
  const all = new Map([...first, ...second].map((each) => [nameOf(each), each]))
  return [...all].flatMap(([name, each]) => {
    const isTakenOut = was.has(name) && !(one.has(name) && other.has(name))
    return isTakenOut ? [] : [each]
  })
}

function inWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
