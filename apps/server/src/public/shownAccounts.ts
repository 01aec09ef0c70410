import type { Hash } from '@parley/protocol'
import {
  compareAccounts,
  textOfRuns,
  type Block,
  type Comparison,
  type Party,
  type Prose,
  type Translator,
} from '@parley/release'
import { isOneLanguage } from './page/tongues.ts'
import type { PublicCall, Shown, Versions } from './publicCall.ts'

/** An account in the language in which it is shown. */
export type ShownAccount = {
  readonly account: Versions<'readout'>
  readonly side: Party
  readonly language: string
  readonly title: string
  readonly body: Prose
  /** Who made this translation, and who checked it; nothing for the original. */
  readonly translation: Translation | undefined
}

type Translation = {
  readonly from: string
  readonly by: Translator
  readonly checkedBy: { readonly name: string; readonly office: string } | null
}

/** How accounts were held to each other, or why they were not. */
export type Compared =
  | ({ readonly is: 'compared'; readonly language: string } & Comparison)
  | { readonly is: 'alone' }
  | { readonly is: 'languages-differ' }
  | { readonly is: 'too-long' }

/** What a paragraph that names a joint line is. */
export type JointMark = 'joint' | 'translated' | 'other-words' | 'not-published'

/** The languages in which some account can be read, originals first. */
export function languagesOf({ accounts }: Pick<PublicCall, 'accounts'>): readonly string[] {
  const originals = accounts.map(({ newest }) => newest.payload.language)
  const translated = accounts.flatMap(({ newest }) =>
    newest.payload.translations.map(({ language }) => language),
  )
  return [...new Set([...originals, ...translated])]
}

/** The language that a reader of these gets: the first that all accounts have, else that some have; none for originals. */
export function languageFor(
  { accounts }: Pick<PublicCall, 'accounts'>,
  wanted: readonly string[],
): string | undefined {
  return (
    wanted.find((tag) => isOfAll({ accounts }, tag)) ??
    wanted.find((tag) => accounts.some((account) => has(account, tag)))
  )
}

/** Whether every account can be read in that language. */
export function isOfAll({ accounts }: Pick<PublicCall, 'accounts'>, tag: string): boolean {
  return accounts.every((account) => has(account, tag))
}

function has({ newest }: Versions<'readout'>, tag: string): boolean {
  return found(newest.payload, tag) !== undefined
}

/** The accounts in that language, and those that do not have it as they were written. */
export function accountsIn(
  { accounts }: Pick<PublicCall, 'accounts'>,
  language: string | undefined,
): readonly ShownAccount[] {
  return accounts.map((account) => {
    const { side, title, body, translations, language: original } = account.newest.payload
    const wanted = language === undefined ? original : found(account.newest.payload, language)
    const translation = translations.find((one) => one.language === wanted)
    if (!translation) {
      return { account, side, language: original, title, body, translation: undefined }
    }
    const { by, checkedBy } = translation
    return {
      account,
      side,
      language: translation.language,
      title: translation.title,
      body: translation.body,
      translation: { from: original, by, checkedBy },
    }
  })
}

/** The tag under which an account can be read in that language. */
function found(
  { language, translations }: Shown<'readout'>['payload'],
  wanted: string,
): string | undefined {
  const tags = [language, ...translations.map((one) => one.language)]
  return tags.find((tag) => tag === wanted) ?? tags.find((tag) => isOneLanguage(tag, wanted))
}

/** Holds them to each other as they are shown. */
export function compared(accounts: readonly ShownAccount[]): Compared {
  const [first, ...others] = accounts
  if (!first || others.length === 0) return { is: 'alone' }
  if (others.some(({ language }) => !isOneLanguage(language, first.language)))
    return { is: 'languages-differ' }
  const comparison = compareAccounts(
    accounts.map(({ body }) => body),
    first.language,
  )
  return comparison
    ? { is: 'compared', language: first.language, ...comparison }
    : { is: 'too-long' }
}

/** What a paragraph is that says it repeats a joint line; nothing for another. */
export function jointMark(
  block: Block,
  language: string,
  { jointLines }: Pick<PublicCall, 'jointLines'>,
): JointMark | undefined {
  if (block.is !== 'paragraph' || block.joint === undefined) return undefined
  const line = jointLines.get(block.joint)
  if (!line) return 'not-published'
  const said = line.texts.find((one) => one.language === language)
  if (!said) return 'translated'
  return said.text === textOfRuns(block.runs).trim() ? 'joint' : 'other-words'
}

/** The joint lines that stand in some account, in their very words. */
export function jointLinesIn(
  accounts: readonly ShownAccount[],
  call: Pick<PublicCall, 'jointLines'>,
): ReadonlySet<Hash> {
  const lines = accounts.flatMap(({ body, language }) =>
    body.flatMap((block) =>
      jointMark(block, language, call) === 'joint' && block.is === 'paragraph' && block.joint
        ? [block.joint]
        : [],
    ),
  )
  return new Set(lines)
}
