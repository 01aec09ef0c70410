import type { Sitter } from '../../e2e/stage.ts'
import type { StageApart } from '../processes/stageApart.ts'
import { come, comeBack, leave } from './people.ts'
import type { Noting } from './watch.ts'

/** Who comes and goes; three of them, since the server lets one device join four times a minute. */
const PLACES = [3, 4, 5] as const

type Newcomer = { sitter: Sitter; url: string }

/** People who come to a call in turn, and leave it again; whoever is away has no page open. */
export class Newcomers {
  readonly #all: Newcomer[]
  readonly #noting: Noting
  #turn = 0

  private constructor(all: Newcomer[], noting: Noting) {
    this.#all = all
    this.#noting = noting
  }

  static async enrol(
    stage: StageApart,
    { parts, noting }: { parts: AsyncDisposableStack; noting: Noting },
  ): Promise<Newcomers> {
    const all: Newcomer[] = []
    for (const place of PLACES) {
      const sitter = await come(stage, { place, parts, noting })
      all.push({ sitter, url: sitter.page.url() })
      await sitter.page.goto('about:blank')
    }
    return new Newcomers(all, noting)
  }

  /** The next one comes to the green room, does what is wanted there and in the call, and leaves. */
  async next<T>(isCold: boolean, run: (sitter: Sitter) => Promise<T>): Promise<T> {
    const newcomer = this.#all[this.#turn++ % this.#all.length]
    if (!newcomer) throw new Error('There are newcomers')
    const { url } = newcomer
    newcomer.sitter = await comeBack(newcomer.sitter, { isCold, url, noting: this.#noting })
    const result = await run(newcomer.sitter)
    await leave(newcomer.sitter)
    await newcomer.sitter.page.goto('about:blank')
    return result
  }
}
