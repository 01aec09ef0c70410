import { readoutsOf, type Desk, type KeyStore, type ReadoutDesk } from '@parley/client'
import { Refusal, type AgreementKey, type CompactJwe, type PublicKey } from '@parley/protocol'
import { isSignedAs, readSealCard, shareReadout, signSealCard } from '@parley/release'
import { fingerprintOf, type EntryEvent } from '@parley/seal'
import { sealViewOf } from '../../desk/deskFacts.ts'
import { sharedFragment } from './sharedFragment.ts'
import { openedShared } from './openedShared.ts'
import type { ReadoutsEvent } from './readoutsEvent.ts'
import type { ReadoutsHere } from './readoutsView.ts'

/** Characters of a link that mail and messengers still carry whole. Larger: some cut it. Smaller: a short text needs a file. */
const LINK_CHARACTERS = 8000

type Ally = { name: string; seal: PublicKey; agreement: AgreementKey }

type AlliesParts = {
  desk: Desk
  store: Pick<KeyStore, 'seals'>
  page: string
  saveFile: (name: string, text: string) => void
  /** Says it for the record of the call. */
  note: (event: EntryEvent) => void
}

/** Sharing a signed text before it is public with whoever is named, and opening what others shared. */
export class Allies {
  readonly #parts: AlliesParts
  readonly #readout: ReadoutDesk
  readonly #tell: (change: Partial<ReadoutsHere>) => void
  #ally: Ally | undefined
  #sealed: CompactJwe | undefined

  constructor(
    parts: AlliesParts,
    readout: ReadoutDesk,
    tell: (change: Partial<ReadoutsHere>) => void,
  ) {
    this.#parts = parts
    this.#readout = readout
    this.#tell = tell
    void this.#tellKept()
  }

  /** Does what was asked for, if it is about allies. */
  async perform(event: ReadoutsEvent): Promise<void> {
    switch (event.type) {
      case 'own-card-asked':
        return this.#saveOwnCard()
      case 'ally-read':
        return this.#show(await this.#readCard(event.file))
      case 'ally-chosen': {
        const kept = await this.#parts.store.seals.read(event.seal)
        if (!kept) return
        const { publicKey, agreement } = kept.seal
        return this.#show({ name: kept.name, seal: publicKey, agreement })
      }
      case 'ally-left':
        return this.#show(undefined)
      case 'shared':
        return this.#share()
      case 'shared-file-asked':
        if (this.#sealed && this.#ally)
          this.#parts.saveFile(fileName(this.#ally.name, 'readout'), this.#sealed)
        return
      case 'shared-opened':
        return this.#open(event.file)
      case 'shared-closed':
        return this.#tell({ opened: undefined })
      default:
        return
    }
  }

  async #tellKept(): Promise<void> {
    const own = this.#parts.desk.state.record.seal.publicKey
    const all = await this.#parts.store.seals.all()
    const others = all.filter(({ seal }) => seal.publicKey !== own)
    this.#tell({ kept: others.map(({ seal, name }) => ({ seal: seal.publicKey, name })) })
  }

  async #saveOwnCard(): Promise<void> {
    const { desk, saveFile } = this.#parts
    const { record } = desk.state
    const name = record.proposal.sides.find(({ side }) => side === record.side)?.name ?? ''
    const card = await signSealCard(record.seal, { name, at: desk.hands.clock.nowMs() })
    saveFile(fileName(name, 'seal'), card)
  }

  async #readCard(file: string): Promise<Ally | undefined> {
    try {
      return await readSealCard(file)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.#tell({ trouble: 'not-a-card' })
      return undefined
    }
  }

  async #show(ally: Ally | undefined): Promise<void> {
    this.#ally = ally
    this.#sealed = undefined
    const view = ally && { name: ally.name, seal: await sealViewOf(ally.seal) }
    this.#tell({ ally: view, sealed: undefined })
  }

  /** The text as it is signed now: what is not signed could be changed behind the ally's back. */
  async #share(): Promise<void> {
    const ally = this.#ally
    const { text } = this.#readout.state.drafting
    const signed = readoutsOf(this.#readout.state.side).findLast(({ payload }) =>
      isSignedAs(text.wording, payload),
    )
    if (!ally || !signed) return
    const { digits } = await fingerprintOf(ally.seal)
    this.#sealed = await shareReadout(signed.jws, ally.agreement)
    const { name } = ally
    const at = this.#parts.desk.hands.clock.nowMs()
    const { hash, payload } = signed
    const code = digits.join('')
    const shared = { hash, name, code, at }
    this.#readout.write({ ...text, shared: [...text.shared, shared] })
    const link = `${this.#parts.page}/${sharedFragment(this.#sealed)}`
    this.#tell({ sealed: { name, link: link.length > LINK_CHARACTERS ? undefined : link } })
    const { kind, version } = payload
    this.#parts.note({ is: 'shared', at, kind, version, hash, code })
    await this.#readout.save()
  }

  async #open(file: string): Promise<void> {
    const { record } = this.#parts.desk.state
    const kept = await this.#parts.store.seals.all()
    const keys = [record.seal, ...kept.map(({ seal }) => seal)]
    const opened = await openedShared(file, keys)
    if (!opened) return this.#tell({ trouble: 'not-for-us', opened: undefined })
    const isPinned = Object.values(record.pins).some(({ seal }) => seal === opened.seal.key)
    this.#tell({ opened: { ...opened, isPinned } })
  }
}

/** A file that says what it is and of whom. */
function fileName(name: string, what: 'seal' | 'readout'): string {
  const plain = name.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]+/gu, '-')
  return `${plain.replaceAll(/^-|-$/g, '') || 'side'}.parley-${what}.txt`
}
