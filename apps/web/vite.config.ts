import { constants, brotliCompressSync } from 'node:zlib'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import babel from '@rolldown/plugin-babel'
import react, { reactCompilerPreset } from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { ariaWords } from './ariaWords.ts'
import { clientFiles } from './clientFiles.ts'
import { compileAhead } from './compileAhead.ts'
import { flagFiles } from './flags.ts'
import { groupSuite } from './groupSuite.ts'
import { headScript } from './headScript.ts'
import { macros } from './macros.ts'
import * as loadedWhen from './loadedWhen.ts'
import { mediaClient } from './mediaClient.ts'
import { LANGUAGES } from './src/language/languages.ts'
import { publicPage } from './publicPage.ts'
import { staticPages } from './staticPages.ts'
import { verifyPage } from './verifyPage.ts'

const folder = import.meta.dirname

/** Writes a `.br` beside each file that shrinks, so that the server sends it without work. */
function precompress(): Plugin {
  let dist = ''
  return {
    name: 'precompress',
    apply: 'build',
    configResolved({ root, build }) {
      dist = resolve(root, build.outDir)
    },
    closeBundle() {
      for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|html|svg|txt|wasm|webmanifest)$/.test(name)) continue
        const bytes = readFileSync(join(dist, name))
        const params = { [constants.BROTLI_PARAM_QUALITY]: 11 }
        writeFileSync(join(dist, `${name}.br`), brotliCompressSync(bytes, { params }))
      }
    },
  }
}

/** What is signed of a call while it goes on: whoever comes in reads it once the others are seen. */
const SIGNED = {
  name: 'signed',
  test: /packages\/seal\/src\/(parts|statements)\//,
  minShareCount: 2,
}

/** What only those who act for a side need, and no call. */
const DESK = {
  name: 'desk',
  test: /packages\/(client\/src\/desk\/|seal\/src\/(enrolment\/grant|documents\/(invitation|side)|seals\/seal)\.)/,
  minShareCount: 2,
}

/** What four parts of the page need or more: as files of their own, twenty of them, it takes six KiB more and as many requests. */
const BASE = {
  name: 'base',
  test: (id: string) =>
    /node_modules\/(valibot|jose|@preact)|packages\/(protocol|seal|client)\/src/.test(id) &&
    isOfCalls(id),
  minShareCount: 4,
}

/** What every page begins with: as files of their own, seventeen of them took three and a half KiB more, and each is a request. */
const FIRST = {
  name: 'first',
  test: /node_modules\/(react-dom|scheduler|idb)\/|src\/(components\/(Banner|Brand)|screens\/(onDemand|start\/(Opening|FailedOnDemand))|useSignal|adapters\/(fetched|browserNotes|pageSettings)|language\/(languages|spoken|catalogues)|model\/page|tools\/systemClock)\.|I18nProvider|preload-helper|compiler-runtime|usingCtx/,
}

/** What a seat's page has in common with others: as files of their own, ten of them, it takes almost a KiB more. */
const SEAT = {
  name: 'seat',
  test: /src\/(components\/(ToggleButton|LanguageSwitch|LanguageSelect|PageSwitches|ThemeSwitch|theme|Emblem)|useMeasured|screens\/(call\/sentences\/useNames|green-room\/deviceFailures))\.|icons\/(shield-check|languages|video-off|contrast)\./,
  minShareCount: 2,
}

/** What the green room has in common with the call and its checks: eight files otherwise. */
const GREEN_ROOM = {
  name: 'green-room',
  test: /src\/(adapters\/(soundLevel|beat|deviceList|rememberedDevices|media\/capture)|model\/(greenRoomLevel|shownDevices|deviceNames|aide\/hasAide|seat\/preparedCall)|screens\/(green-room\/DeviceFields|call\/stage\/(Flag|PersonPlate|Video)))\.|country-flag-icons|enrolment\/openSeat\./,
  minShareCount: 2,
}

/** What the call's screen has in common with those that open beside it: as files of their own, twenty of them, it takes two KiB more. */
const CALL = {
  name: 'call',
  test: /src\/(model\/(call(Notices|Tiles|Roster|ScreenState|Press|Reuse)|rareNotice|agenda\/takesPart)|adapters\/chooseSpeaker|screens\/(company\/CompanyWords|call\/(NotThereYet|useTime|RingDesk|Notice\w+|RareOnDemand|PrivatePart|dialogs\/CallDialogBox|sentences\/(refused|joinsAgain|held))))\.|icons\/(audio-lines|mic|mic-off|video|speech|message-square-lock|ear-off|shield-x|circle-exclamation-point)\./,
  minShareCount: 2,
}

/** What decides and does in a call, of which its private room is another: six files otherwise. */
const CALLS = {
  name: 'calls',
  test: /packages\/(call\/src\/(?!aide|parts|voice|cough|stepInBooth)|client\/src\/call\/)/,
  minShareCount: 2,
}

/** The group, which the call needs whole: by what a desk reads of it, it falls into four, and takes almost two KiB more. */
const ROOM = {
  name: 'room',
  test: /packages\/(group|client\/src\/room)|node_modules\/(ts-mls|mlkem|@hpke|@noble)/,
  minShareCount: 2,
}

/** What every page of a call reads its documents by: three files otherwise. */
const DOCUMENTS = {
  name: 'documents',
  test: (id: string) => /packages\/(client\/src\/documents|seal\/src)/.test(id) && isOfCalls(id),
  minShareCount: 2,
}

const BEHIND_GREEN_ROOM = {
  before: [...loadedWhen.PAGE, ...loadedWhen.SEAT],
  modules: [...loadedWhen.CALL, ...loadedWhen.CHECKS],
}

const SEAT_PAGE = { before: loadedWhen.PAGE, modules: loadedWhen.SEAT }

const FRAME_WORKER = { modules: ['../../packages/sframe/src/worker/worker.ts'] }

/** What of a call changes several times a second: of that, only what changed is drawn. Elsewhere that is more code for nothing. */
const DRAWN_OFTEN =
  /src\/screens\/(agenda\/\w+|booth\/\w+|private\/\w+|call\/(CallHead|CallScreen|Controls|MicrophoneControl|Notices|panel\/\w+|stage\/(PersonPlate|Stage|Tile)))\.tsx$/

/** Whether each call needs it from the first. */
function isOfCalls(id: string): boolean {
  return !SIGNED.test.test(id) && !DESK.test.test(id)
}

/** The words of a part of the page are named after it and their language. */
function chunkFileNames({ facadeModuleId }: { facadeModuleId?: string | null }): string {
  const [, language, area] = /catalogues\/(\w+)\/(\w+)\.po$/.exec(facadeModuleId ?? '') ?? []
  return language ? `assets/words-${language}-${area}-[hash].js` : 'assets/[name]-[hash].js'
}

export default defineConfig({
  root: folder,
  plugins: [
    macros({ failOnMissing: true }),
    react(),
    babel({ include: DRAWN_OFTEN, presets: [reactCompilerPreset()] }),
    mediaClient(),
    ariaWords(Object.keys(LANGUAGES)),
    groupSuite(),
    flagFiles(),
    staticPages(folder),
    verifyPage(folder),
    publicPage(folder),
    compileAhead(folder, BEHIND_GREEN_ROOM),
    headScript(folder, SEAT_PAGE),
    clientFiles(),
    precompress(),
  ],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        chunkFileNames,
        codeSplitting: {
          groups: [BASE, FIRST, SEAT, GREEN_ROOM, CALL, ROOM, DOCUMENTS, CALLS, SIGNED, DESK],
        },
      },
    },
  },
  worker: { format: 'es', plugins: () => [compileAhead(folder, FRAME_WORKER)] },
})
