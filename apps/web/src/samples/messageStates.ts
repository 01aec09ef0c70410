import type { CallFacts, CallMessage, Person } from '../model/callFacts.ts'
import { FACTS, PEOPLE, seat } from '../model/callSamples/people.ts'
import { CALL_SCREEN_START } from '../model/callScreenState.ts'
import { callView, type CallView } from '../model/callView.ts'

const ODILE = { seat: seat(5), name: 'Odile Rochat' }
const FATUMA = { seat: seat(6), name: 'Fatuma Salim' }

/** Messages in the languages of their authors, in every state that their list has words for, by name. */
export const MESSAGE_STATES: ReadonlyMap<string, CallView> = new Map([
  ['messages: one’s own', viewOf({ messages: written().slice(0, 2) })],
  ['messages: sent', viewOf({ messages: [{ ...ownMessage(), state: 'sent' }] })],
  ['messages: in other languages', viewOf({ messages: written() })],
  ['messages: translated', viewOf({ messages: translated('received') })],
  [
    'messages: read by an interpreter',
    viewOf({ messages: translated('sending'), you: interpreter() }),
  ],
  ['messages: translation is written', beingTranslated('')],
  ['messages: translation, ready', beingTranslated('Page 4, second line.')],
  ['messages: letters on', lettersOn()],
  ['messages: being written', viewOf({ messages: written(), typing: typing() })],
])

function viewOf(facts: Partial<CallFacts>): CallView {
  const you: CallFacts['you'] = { ...FACTS.you, camera: 'off', languages: ['en', 'de'] }
  const own = { screen: { ...CALL_SCREEN_START, panel: 'messages' as const }, speaker: undefined }
  const view = callView({ ...FACTS, you, ...facts }, { ...own, speaking: new Set(), said: [] })
  return { ...view, messages: { ...view.messages, letters: { isOn: false } } }
}

function interpreter(): CallFacts['you'] {
  const languages = ['fr', 'en', 'ar']
  return { ...FACTS.you, camera: 'off', seat: ODILE.seat, role: 'interpreter', languages }
}

function by(n: number): CallMessage['from'] {
  const { seat: id, name, side } = PEOPLE[n] as Person
  return { seat: id, name, side }
}

function ownMessage(): CallMessage {
  return {
    id: 'two',
    from: by(0),
    text: 'Noted, thank you. We have the same figure.',
    language: 'en',
    atMs: 950_000,
    state: 'sending',
    translations: [],
  }
}

function written(): readonly CallMessage[] {
  const other = { state: 'received', translations: [] } as const
  return [
    {
      ...other,
      id: 'one',
      from: by(7),
      text: 'Annexe B, tableau 3, deuxième ligne : 41,6 millions de mètres cubes.',
      language: 'fr',
      atMs: 940_000,
    },
    ownMessage(),
    {
      ...other,
      id: 'three',
      from: by(4),
      text: 'الرقم نفسه في الصفحة 4.',
      language: 'ar',
      atMs: 960_000,
    },
  ]
}

function translated(state: 'received' | 'sending'): readonly CallMessage[] {
  const [first, second, third] = written()
  if (!first || !second || !third) throw new Error('There are three')
  const common = { atMs: 955_000, isChanged: false, state: 'received' } as const
  return [
    {
      ...first,
      translations: [
        {
          ...common,
          by: ODILE,
          language: 'en',
          text: 'Annex B, table 3, second line: 41.6 million cubic metres.',
          isChanged: true,
        },
        {
          ...common,
          by: FATUMA,
          language: 'sw',
          text: 'Kiambatisho B, jedwali la 3, mstari wa pili: mita za ujazo milioni 41.6.',
        },
      ],
    },
    {
      ...second,
      state: 'sent',
      translations: [
        {
          ...common,
          by: ODILE,
          language: 'fr',
          text: 'C’est noté, merci. Nous avons le même chiffre.',
          state,
        },
      ],
    },
    third,
  ]
}

function beingTranslated(text: string): CallView {
  const view = viewOf({ messages: written(), you: interpreter() })
  const [row] = view.messages.rows
  if (!row) throw new Error('There are three')
  const { id, at: of, into } = row
  const translating = { row: id, of, isPrivate: false, into, language: 'en', text }
  const canSend = text !== ''
  return { ...view, messages: { ...view.messages, translating: { ...translating, canSend } } }
}

function lettersOn(): CallView {
  const view = viewOf({})
  return { ...view, messages: { ...view.messages, letters: { isOn: true } } }
}

function typing(): CallFacts['typing'] {
  return [
    { ...by(7), text: 'Le tableau 3 est aussi dans' },
    { ...by(4), text: 'نراجعه' },
  ]
}
