import type { ReadoutDesk } from '@parley/client'
import { jointLines } from '@parley/release'
import type { OnDeviceTranslator } from '../../../adapters/onDeviceTranslator.ts'
import { editDraft } from './editDraft.ts'
import type { ReadoutsFacts } from './readoutsFacts.ts'
import type { ReadoutsHere } from './readoutsView.ts'
import { linesToTranslate, translated } from './translating.ts'

/**
 * Has the browser draft a translation, on this device alone. It is labelled as a machine's, by the browser's
 * name and version, and takes the place of what stood in that language. What it is doing is told meanwhile.
 */
export async function draftByMachine(
  language: string,
  {
    readout,
    facts,
    translator,
    tell,
  }: {
    readout: ReadoutDesk
    facts: ReadoutsFacts
    translator: OnDeviceTranslator | undefined
    tell: (change: Partial<ReadoutsHere>) => void
  },
): Promise<void> {
  const { wording } = readout.state.drafting.text
  const from = wording.language
  if (!translator || !(await translator.can(from, language)))
    return tell({ machine: { is: 'cannot', language } })
  const lines = linesToTranslate(wording)
  const of = lines.length
  tell({ machine: { is: 'translating', language, done: 0, of } })
  try {
    const done = await translator.translate(lines, {
      from,
      into: language,
      onFetch: (share) =>
        tell({ machine: { is: 'fetching', language, percent: Math.round(share * 100) } }),
      onLine: (count) => tell({ machine: { is: 'translating', language, done: count, of } }),
    })
    const { releases } = readout.state
    const joint = jointLines(releases.signatures, releases.seals)
    const { title, body } = translated(wording.body, { lines: done, language, joint })
    const by = { is: 'machine', ...translator.browser } as const
    const { names } = facts
    let text = readout.state.drafting.text
    for (const event of [
      { type: 'translation-added', language },
      { type: 'translation-title-written', language, text: title },
      { type: 'translation-body-written', language, body },
      { type: 'translation-by', language, by },
      { type: 'translation-fits', language },
    ] as const)
      text = editDraft(text, event, names) ?? text
    readout.show(text)
    tell({ machine: { is: 'unasked' } })
  } catch (cause) {
    // A browser may promise a language and not have it in the end.
    if (!(cause instanceof DOMException)) throw cause
    tell({ machine: { is: 'cannot', language } })
  }
}
