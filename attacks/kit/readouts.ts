import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CompactJws } from '@parley/protocol'
import { readoutKind } from '@parley/release'
import { fingerprintOf, fromText, toText, utf8 } from '@parley/seal'
import { verifyReleaseAt } from '../../apps/cli/src/release/verifyReleaseAt.ts'
import {
  makeSide,
  publicationFile,
  signedBy,
  someCall,
  type TestSide,
} from '../../packages/release/src/verify/testing/sides.ts'
import { aReadout } from '../../packages/release/src/verify/testing/texts.ts'

/** The signatures of each version, oldest first. */
type Versions = readonly (readonly CompactJws[])[]

/** What a side published of a call, at a server that shows what it likes, and the command of whoever verifies that. */
export class Readouts implements AsyncDisposable {
  readonly item: string
  readonly code: string
  readonly #call = someCall()
  readonly #side: TestSide
  readonly #parts: AsyncDisposableStack
  readonly #origin: string
  readonly #own: string
  #published: {
    signatures: readonly CompactJws[]
    hash: Parameters<typeof aReadout>[0]['previous']
  }[] = []
  #served: Versions = []

  private constructor(
    side: TestSide,
    of: { code: string; parts: AsyncDisposableStack; folder: string; origin: string },
  ) {
    this.item = readoutKind(side.party.side)
    this.code = of.code
    this.#side = side
    this.#parts = of.parts
    this.#origin = of.origin
    this.#own = join(of.folder, 'own.json')
  }

  /** A side signs that text, which is published. */
  static async publish(text: string): Promise<Readouts> {
    await using parts = new AsyncDisposableStack()
    const side = await makeSide('Kenya')
    const folder = await mkdtemp(join(tmpdir(), 'parley-readouts-'))
    parts.defer(() => rm(folder, { recursive: true, force: true }))
    const { digits } = await fingerprintOf(side.seal.publicKey)
    const shown: { by?: Readouts } = {}
    const server = createServer((_request, response) => response.end(shown.by?.file()))
    await once(server.listen(0, '127.0.0.1'), 'listening')
    parts.defer(() => {
      server.closeAllConnections()
      server.close()
    })
    const address = server.address()
    if (typeof address !== 'object' || !address) throw new Error('It does not listen')
    const origin = `http://127.0.0.1:${address.port}`
    const of = { code: digits.join(''), parts: parts.move(), folder, origin }
    shown.by = new Readouts(side, of)
    await shown.by.correct(text)
    return shown.by
  }

  /** The side signs another version on top, keeps a copy of its own, and it is published. */
  async correct(text: string): Promise<void> {
    const previous = this.#published.at(-1)?.hash ?? null
    const version = this.#published.length + 1
    const of = { call: this.#call, sides: [this.#side], version, previous }
    this.#published.push(await signedBy([this.#side], aReadout(of, text)))
    this.#served = this.published
    await writeFile(this.#own, publicationFile(this.item, this.published))
  }

  get published(): Versions {
    return this.#published.map(({ signatures }) => signatures)
  }

  /** What is published, with that word in place of another, and the signatures as they are. */
  withWord(word: string, other: string): Versions {
    const altered = (jws: CompactJws) => {
      const [head, body = '', signature] = jws.split('.')
      const said = new TextDecoder().decode(fromText(body)).replaceAll(word, other)
      return [head, toText(utf8(said)), signature].join('.') as CompactJws
    }
    return this.published.map((signatures) => signatures.map((jws) => altered(jws)))
  }

  /** That text in the name of the side, under a seal that the server made. */
  async bySealOfTheServer(text: string): Promise<Versions> {
    const { seal, party } = await makeSide('Kenya')
    const posing = { seal, party: { ...this.#side.party, seal: party.seal } }
    const document = aReadout({ call: this.#call, sides: [posing] }, text)
    return [(await signedBy([posing], document)).signatures]
  }

  /** From now on the server shows that. */
  serves(versions: Versions): void {
    this.#served = versions
  }

  /** What the server shows now. */
  file(): Uint8Array {
    return publicationFile(this.item, this.#served)
  }

  /** What the command prints of it, and whether all of it is proven; with the side’s own copy, or with a code. */
  verified({ code, isOwnBeside = false }: { code?: string; isOwnBeside?: boolean } = {}) {
    const own = isOwnBeside ? [this.#own] : []
    const targets = [`${this.#origin}/public/call/readout.json`, ...own]
    return verifyReleaseAt(targets, { codes: code ? [code] : [], isWithText: false })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#parts.disposeAsync()
  }
}
