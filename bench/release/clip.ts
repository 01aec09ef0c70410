import { setTimeout as after } from 'node:timers/promises'
import type { Lab } from '../../e2e/clip-lab/lab.ts'
import { startClipLab } from '../../e2e/clip-lab/labStage.ts'
import { processes, treeOf } from '../processes/table.ts'
import { progress } from '../progress.ts'
import { round, spreadOf, type Results } from '../report/spread.ts'

declare const lab: Lab

const ROUNDS = 3
const CLIP_SECONDS = 60
const BROWSER = /^chrom/
/** How often memory is looked at. */
const LOOK_MS = 250

/**
 * A clip of 60 seconds with two people side by side, in a real browser: how long the making of its files takes, how
 * large they are, how much more memory the browser has meanwhile than before; and the same of one manifest, its code
 * loaded before.
 */
export async function clip(): Promise<Results> {
  await using parts = new AsyncDisposableStack()
  const { open } = await startClipLab(parts)
  const rounds: Awaited<ReturnType<typeof measure>>[] = []
  while (rounds.length < ROUNDS) {
    rounds.push(await measure(open))
    progress(JSON.stringify(rounds.at(-1)))
  }
  const of = (name: keyof (typeof rounds)[number]) => spreadOf(rounds.map((one) => one[name]))
  return {
    makeS: of('makeS'),
    mp4MiB: of('mp4MiB'),
    webmMiB: of('webmMiB'),
    makeMemoryMiB: of('makeMemoryMiB'),
    manifestS: of('manifestS'),
    manifestMemoryMiB: of('manifestMemoryMiB'),
  }
}

async function measure(open: Awaited<ReturnType<typeof startClipLab>>['open']) {
  await using page = await open()
  const held = await page.evaluateHandle(prepare, CLIP_SECONDS)
  const making = await withMemory(() => held.evaluate((one) => one.make()))
  const signing = await withMemory(() => held.evaluate((one) => one.sign()))
  return {
    makeS: round(making.outcome.ms / 1000),
    mp4MiB: round(making.outcome.mp4 / 1024 ** 2),
    webmMiB: round(making.outcome.webm / 1024 ** 2),
    makeMemoryMiB: making.moreMiB,
    manifestS: round(signing.outcome.ms / 1000),
    manifestMemoryMiB: signing.moreMiB,
  }
}

/** Runs in the page: a recording, its clip, and what signs it. */
async function prepare(seconds: number) {
  const recorded = await lab.makeRecording({
    people: 2,
    seconds: seconds + 4,
    fromMs: 1_790_000_000_000,
  })
  const provenance = new lab.Provenance(() => undefined)
  await provenance.load()
  const signer = await lab.makeClipSigner(recorded.seal, { sideName: 'Kenya', nowMs: Date.now() })
  let mp4 = new Blob()
  return {
    async make() {
      await using folder = new lab.ClipFolder()
      const cut = { from: recorded.fromMs + 2000, to: recorded.fromMs + 2000 + seconds * 1000 }
      const scene = {
        people: recorded.seats.map((seat) => ({ seat, plate: undefined })),
        voices: [1, 3].map((track) => ({ track, gain: 1 })),
      }
      const from = performance.now()
      const files = await lab.makeClipFiles(
        {
          recording: { file: recorded.file, key: recorded.key },
          make: { cut, scene, posterAt: cut.from },
          folder: folder.name,
        },
        { onShare: () => undefined, signal: new AbortController().signal },
      )
      const ms = performance.now() - from
      const [first, second] = await Promise.all(files.map((file) => folder.fileOf(file)))
      mp4 = first ?? mp4
      return { ms, mp4: mp4.size, webm: second?.size ?? 0 }
    },
    async sign() {
      const from = performance.now()
      const manifest = lab.manifestOf({
        title: 'A clip',
        clip: 'A'.repeat(43) as never,
        jws: 'a.b.c' as never,
        isFirst: true,
        isComposite: true,
      })
      await provenance.sign({ file: mp4, manifest, signer })
      return { ms: performance.now() - from }
    },
  }
}

/** What comes of it, and how much more memory the browser's processes had at most than before. */
async function withMemory<T>(work: () => Promise<T>): Promise<{ outcome: T; moreMiB: number }> {
  const before = browserMiB()
  let most = before
  const ended = new AbortController()
  const looking = (async () => {
    while (!ended.signal.aborted) {
      most = Math.max(most, browserMiB())
      await after(LOOK_MS)
    }
  })()
  const outcome = await work()
  ended.abort()
  await looking
  return { outcome, moreMiB: round(most - before) }
}

function browserMiB(): number {
  const own = treeOf(process.pid, processes()).filter(({ name }) => BROWSER.test(name))
  return own.reduce((sum, { residentKiB }) => sum + residentKiB, 0) / 1024
}
