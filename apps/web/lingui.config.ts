import { defineConfig } from '@lingui/conf'
import { formatter } from '@lingui/format-po'
import { createSwcExtractor } from '@lingui/native-tools'

/**
 * Each part of the page has a catalogue of its own, which is loaded with its first screen. By part: the
 * folders and files whose words are in it, where an earlier part goes before a later one, and the parts that
 * are loaded whenever it is shown. `page` is always there and has whatever is in no other.
 */
export const AREAS = {
  check: {
    words: ['src/screens/green-room/check', 'src/screens/company/CompanyFields.tsx'],
    beside: ['page', 'seat'],
  },
  seat: {
    words: [
      'src/screens/seat',
      'src/screens/green-room',
      'src/screens/call/stage/PersonPlate.tsx',
      'src/screens/call/stage/Flag.tsx',
      'src/screens/company/CompanyWords.tsx',
      'src/screens/recording/WhoMayRecord.tsx',
    ],
    beside: ['page'],
  },
  recording: { words: ['src/screens/recording'], beside: ['page', 'seat', 'call'] },
  private: { words: ['src/screens/private'], beside: ['page', 'seat', 'call', 'messages'] },
  messages: {
    words: [
      'src/screens/messages',
      'src/screens/notices',
      'src/screens/call/languages',
      'src/screens/second',
      'src/screens/client',
      'src/screens/call/dialogs/AskedForDialog.tsx',
      'src/screens/call/dialogs/BesideDialog.tsx',
      'src/screens/call/dialogs/NoticesDialog.tsx',
      'src/screens/call/dialogs/CallCodeDialog.tsx',
      'src/screens/call/dialogs/CompanyDialog.tsx',
      'src/screens/call/dialogs/TurnedAwayDialog.tsx',
      'src/screens/call/dialogs/UnfitDialog.tsx',
      'src/screens/call/dialogs/DevicesDialog.tsx',
    ],
    beside: ['page', 'seat', 'call'],
  },
  parts: { words: ['src/screens/agenda'], beside: ['page'] },
  aide: { words: ['src/screens/aide'], beside: ['page', 'seat'] },
  booth: { words: ['src/screens/booth'], beside: ['page', 'seat', 'call'] },
  ended: { words: ['src/screens/ended'], beside: ['page', 'seat', 'call'] },
  call: { words: ['src/screens/call'], beside: ['page', 'seat'] },
  start: {
    words: [
      'src/screens/start/Start.tsx',
      'src/screens/start/Foot.tsx',
      'src/screens/start/SealedPath.tsx',
      'src/screens/start/Elsewhere.tsx',
      'src/language/elsewhere.ts',
      'src/screens/enrol',
    ],
    beside: ['page'],
  },
  record: { words: ['src/screens/release/record'], beside: ['page', 'desk'] },
  /** What a seat, or an ally, reads of an account that is not public; the tab in which it is written shows it too. */
  readout: { words: ['src/screens/release/readout'], beside: ['page'] },
  readouts: { words: ['src/screens/release/readouts'], beside: ['page', 'desk', 'readout'] },
  clips: { words: ['src/screens/release/clips'], beside: ['page', 'desk'] },
  desk: {
    words: ['src/screens/desk', 'src/language/troubles.ts', 'src/language/roles.ts'],
    beside: ['page'],
  },
  /** In a page of its own, with all that it says. */
  verify: { words: ['src/screens/verify', 'src/verify'], beside: ['page'] },
  /** Said by the server's pages, and given to it by the build. */
  public: { words: ['../server/src/public/page'], beside: [] },
  /** Read when the client is built, and loaded by no page. */
  static: { words: ['src/static'], beside: ['page'] },
  page: { words: ['src'], beside: [] },
} as const

const areas = Object.entries(AREAS)

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'fr', 'ru', 'ar'],
  fallbackLocales: { default: 'en' },
  extractors: [createSwcExtractor()],
  format: formatter({ lineNumbers: false }),
  catalogs: areas.map(([area, { words }], place) => ({
    path: here(`src/language/catalogues/{locale}/${area}`),
    include: words.map(here),
    exclude: [
      here('src/**/*.test.*'),
      ...areas.slice(0, place).flatMap(([, before]) => before.words.map(here)),
    ],
  })),
})

function here(path: string): string {
  return `<rootDir>/${path}`
}
