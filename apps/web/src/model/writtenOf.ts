import { mayTranslate, type Call } from '@parley/call'
import type { Documents } from '@parley/client'
import type { SeatId } from '@parley/protocol'
import type { CallMessage, MessageTranslation, TypedBy } from './callFacts.ts'

/** What was written in a room, by whom as the agreed lists name them, with the translations that count. */
export function writtenOf(call: Call, lists: Documents['lists']): readonly CallMessage[] {
  const translations = Map.groupBy(call.translations, ({ of }) => keyOf(of.from, of.id))
  const forAll = call.messages.filter(({ to }) => to === undefined)
  return forAll.map(({ id, from: seat, text, language, atMs, state }) => {
    const { name = '', side = call.you.side } = lists.seats.get(seat) ?? {}
    const all = translations.get(keyOf(seat, id)) ?? []
    return {
      id,
      from: { seat, name, side },
      text,
      language,
      atMs,
      state,
      translations: all.flatMap((one) => translationOf(one, { language, lists })),
    }
  })
}

/** Who writes a line now, and shows it. */
export function typedOf({ typing }: Call, lists: Documents['lists']): readonly TypedBy[] {
  return [...typing].map(([seat, { text }]) => {
    return { seat, name: lists.seats.get(seat)?.name ?? '', text }
  })
}

function translationOf(
  { by: seat, language, text, atMs, isChanged, state }: Call['translations'][number],
  of: { language: string | undefined; lists: Documents['lists'] },
): readonly MessageTranslation[] {
  const by = of.lists.seats.get(seat)
  if (!by || !mayTranslate(by, { from: of.language, into: language })) return []
  return [{ by: { seat, name: by.name }, language, text, atMs, isChanged, state }]
}

function keyOf(seat: SeatId, id: string): string {
  return `${seat} ${id}`
}
