import type { Hash } from '@parley/protocol'
import { itemAt, readPublicVersion, type PublicItem } from '@parley/release'
import { signJws } from '@parley/seal'
import { headingOf } from '../../apps/server/src/public/heading.ts'
import { callPage } from '../../apps/server/src/public/page/callPage.ts'
import { sealsIn } from '../../apps/server/src/public/page/codes.ts'
import type { Place } from '../../apps/server/src/public/page/shell.ts'
import { publicCallOf } from '../../apps/server/src/public/publicCall.ts'
import { speakersIn } from '../../apps/server/src/public/speakers.ts'
import { jsonOf } from '../mutations/shape.ts'
import type { Target } from '../target.ts'
import { call, fixedSeal, hash, json, side, text, timeMs } from './given.ts'

const heading = { call, version: 1, previous: null, at: timeMs }
const run = { text: 'They spoke of water. They will meet again.', em: true }
const body = [
  { is: 'heading', level: 2, runs: [{ text: 'Water' }] },
  {
    is: 'paragraph',
    runs: [run, { text: ' And more.', href: 'https://example.org/' }],
    joint: hash,
  },
  { is: 'list', ordered: true, items: [[{ text: 'One.' }]] },
  { is: 'quote', runs: [{ text: 'Good.', strong: true }] },
]

/** What a desk hands over to be shown, signed by a seal that is not to be trusted: it is refused, or the page shows it. */
export async function published(): Promise<Target> {
  const { signingKey, publicKey: seal } = await fixedSeal()
  const party = { side, name: 'Kenya', flag: 'KE', seal }
  const sides = [party]
  const i18n = speakersIn(undefined).all[0]
  if (!i18n) throw new Error('There is always English')
  const place: Place = {
    i18n,
    style: undefined,
    speaks: [i18n],
    origin: 'https://parley.example',
    path: `/public/${call}`,
    asked: { page: undefined, in: undefined },
    name: undefined,
  }
  const film = { type: 'video/mp4', bytes: 9, hash }
  return {
    seeds: [
      { ...heading, kind: 'announcement', title: 'Treaty', start: timeMs, timeZone: 'UTC', sides },
      { ...heading, kind: 'joint/1', texts: [{ language: 'en', text: 'They will meet again.' }] },
      {
        ...heading,
        kind: 'clip/1',
        part: 1,
        partTitle: 'Opening',
        from: timeMs,
        to: timeMs + 1000,
        title: 'Dry years',
        caption: 'The river.',
        language: 'en',
        sides,
        files: [film],
      },
      {
        ...heading,
        kind: `readout/${side}`,
        side: party,
        byline: 'Press',
        title: 'Talks',
        language: 'en',
        body,
        embargo: { until: timeMs, timeZone: 'Africa/Nairobi' },
        correction: 'One figure.',
        translations: [
          {
            language: 'ar',
            title: 'محادثات',
            body,
            by: { is: 'machine', name: 'Tafsiri', version: '2' },
            checkedBy: { name: 'Akinyi', office: '' },
          },
        ],
        record: hash,
      },
    ].map(json),
    async read(input) {
      if (input.length === 0) return false
      const item = itemIn(text(input))
      const signatures = [await signJws(signingKey, 'parley-document', input)]
      const version = await readPublicVersion(signatures, {
        call,
        item,
        seals: new Map([[side, seal]]),
      })
      const row = {
        item,
        version: version.payload.version,
        hash: hash as Hash,
        public_from: timeMs,
        signatures: JSON.stringify(signatures),
      }
      JSON.stringify(headingOf(version))
      const shown = publicCallOf(call, [row], [])
      if (!shown) return false
      const how = { call: shown, seals: await sealsIn(shown), accepts: ['ar'], nowMs: timeMs }
      return callPage(place, how).toString().includes('</html>')
    },
  }
}

/** What it says that it is of: `publish` names it beside. */
function itemIn(said: string): PublicItem {
  const { kind } = (jsonOf(said)?.value ?? {}) as { kind?: unknown }
  const path = typeof kind === 'string' ? kind.replace('/', '-') : ''
  const item = itemAt(path) ?? itemAt('announcement')
  if (!item) throw new Error('An announcement may be published')
  return item
}
