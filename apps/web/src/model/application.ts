import { Refusal, type CallId, type SideId } from '@parley/protocol'
import { sealHashOf } from '@parley/seal'
import {
  deskName,
  importDesk,
  type DeskRecord,
  type SeatLink,
  type SeatRecord,
} from '@parley/client'
import { signal, type ReadonlySignal } from '@preact/signals-core'
import { fetched } from '../adapters/fetched.ts'
import type { DeskModelParts } from './desk/deskModel.ts'
import type { Accepted } from './desk/invitationModel.ts'
import { deskFragment, readPage } from './page.ts'
import {
  deskPlace,
  invitationPlace,
  seatPlace,
  type Place,
  type PlaceName,
  type Places,
} from './places.ts'
import type { PageEvent, Screen } from './screen.ts'
import type { Sitting } from './seat/seatModel.ts'

/** What the page needs from its window. */
export type ApplicationParts = DeskModelParts & {
  /** The fragment of the address now. */
  fragment: () => string
  /** Writes another fragment, without a step in the history. */
  replaceFragment: (fragment: string) => void
  /** Which window of this browser has a desk or a seat. */
  places: Places
  /** Whether this browser can sit in a call at all: a link that it cannot use is not used up. */
  canSit: boolean
  /** Who runs the server, where that is told. */
  serverName: string | undefined
  /** As the browser names it, such as `en-GB`. */
  language: string
  /** What goes on at a seat that this device has, or drives. */
  sit: (record: SeatRecord) => Sitting | Promise<Sitting>
}

/** The page, from its address to a desk or a seat. What belongs to one of them is loaded when it is opened. */
export class Application implements AsyncDisposable {
  readonly #parts: ApplicationParts
  readonly #screen = signal<Screen>({ is: 'opening' })
  #shown = new AsyncDisposableStack()
  #createToken: string | undefined

  constructor(parts: ApplicationParts) {
    this.#parts = parts
  }

  get screen(): ReadonlySignal<Screen> {
    return this.#screen
  }

  /** Shows what the address asks for. Whatever was shown before is let go. */
  async open(how: Opening = { takesOver: false }): Promise<void> {
    const asked = readPage(this.#parts.fragment())
    await this.#clear()
    switch (asked.is) {
      case 'start':
        this.#createToken = asked.createToken ?? this.#createToken
        return this.#start(false)
      case 'bad-link':
        return this.#start(true)
      case 'desk':
        return this.#openKept(asked, how)
      case 'demo-desk':
        return this.#openHanded(asked.text, how)
      case 'seat':
        return this.#openSeat(asked.link, how)
      case 'shared': {
        const { openedShared } = await fetched(() => import('./release/readouts/openedShared.ts'))
        const seals = (await this.#parts.store.seals.all()).map(({ seal }) => seal)
        this.#screen.value = { is: 'shared', opened: await openedShared(asked.text, seals) }
        return
      }
      case 'invitation': {
        if (!(await this.#has(await invitationPlace(asked.link), how))) return
        const { openInvitationModel } = await fetched(() => import('./desk/invitationModel.ts'))
        const model = openInvitationModel(this.#parts, asked.link, (accepted) => {
          void this.#openInvited(accepted)
        })
        this.#shown.use(model)
        this.#screen.value = { is: 'invitation', model }
      }
    }
  }

  /** Settles once what was done is done. */
  async send(event: PageEvent): Promise<void> {
    switch (event.type) {
      case 'link-pasted':
        this.#parts.replaceFragment(event.fragment)
        return this.open()
      case 'take-over-pressed':
        this.#screen.value = { is: 'opening' }
        return this.open({ takesOver: true })
      case 'plan-pressed': {
        const { store, clock, timeZone, language } = this.#parts
        const [{ newDraft }] = await fetched(() =>
          Promise.all([import('./desk/planDraft.ts'), import('./desk/deskTrouble.ts')]),
        )
        const draft = newDraft({ now: clock.nowMs(), timeZone, language })
        const seals = (await store.seals.all()).map(({ seal, name }) => ({
          key: seal.publicKey,
          name,
        }))
        this.#screen.value = { is: 'planning', draft, seals, isMaking: false, trouble: undefined }
        return
      }
      case 'planned':
        return this.#plan(event)
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#shown.disposeAsync()
  }

  async #plan({ draft, choice }: Extract<PageEvent, { type: 'planned' }>): Promise<void> {
    const screen = this.#screen.value
    if (screen.is !== 'planning' || screen.isMaking) return
    this.#screen.value = { ...screen, isMaking: true, trouble: undefined }
    const { troubleOf } = await import('./desk/deskTrouble.ts')
    try {
      const { planCall } = await import('./desk/planning.ts')
      const record = await planCall(this.#parts, { draft, choice, createToken: this.#createToken })
      await this.#openDesk(record)
    } catch (error) {
      const met = troubleOf(error)
      const trouble = met === 'not-permitted' || met === 'not-signed-in' ? 'may-not-plan' : met
      this.#screen.value = { ...screen, isMaking: false, trouble }
    }
  }

  async #start(isBadLink: boolean): Promise<void> {
    const desks = (await this.#parts.store.desks.all()).map(({ call, side, proposal }) => ({
      fragment: deskFragment({ call, side }),
      title: proposal.title,
      sideName: proposal.sides.find((one) => one.side === side)?.name ?? '',
    }))
    const { canSit, serverName, page } = this.#parts
    const server = { name: serverName, host: new URL(page).host }
    this.#screen.value = { is: 'start', isBadLink, desks, canSit, server }
  }

  /** Such a link gives a desk only where the server demonstrates, and never in place of one that is kept. */
  async #openHanded(text: string, how: Opening): Promise<void> {
    const { server, store } = this.#parts
    await this.#orFailed(async () => {
      if (!(await server.isDemonstration())) {
        this.#screen.value = { is: 'failed', code: 'no-demonstration' }
        return
      }
      const handed = await importDesk(text)
      const kept = await store.desks.read(deskName(handed))
      if (!kept) await store.desks.write(deskName(handed), handed)
      await this.#openDesk(kept ?? handed, how)
    })
  }

  async #openKept(desk: { call: CallId; side: SideId }, how: Opening): Promise<void> {
    const record = await this.#parts.store.desks.read(deskName(desk))
    if (record) await this.#orFailed(() => this.#openDesk(record, how))
    else this.#screen.value = { is: 'failed', code: 'not-kept' }
  }

  /** Pins the side whose code was on the screen, and no other. */
  async #openInvited({ record, confirmed }: Accepted): Promise<void> {
    await this.#orFailed(async () => {
      await this.#openDesk(record)
      const screen = this.#screen.value
      if (screen.is !== 'desk' || !confirmed) return
      const compared = screen.model.view.value.sides.find(
        ({ seal, standing }) => seal?.key === confirmed && standing.is === 'to-compare',
      )
      if (!compared) return
      await screen.model.send({ type: 'seal-confirmed', side: compared.side, seal: confirmed })
    })
  }

  async #openDesk(record: DeskRecord, how: Opening = { takesOver: false }): Promise<void> {
    const { openDeskModel } = await fetched(() => import('./desk/deskModel.ts'))
    await this.#clear()
    this.#parts.replaceFragment(deskFragment(record))
    if (!(await this.#has(deskPlace(record), how))) return
    const model = await openDeskModel(this.#parts, record)
    this.#shown.use(model)
    this.#screen.value = { is: 'desk', model }
  }

  async #openSeat(link: SeatLink, how: Opening): Promise<void> {
    if (!this.#parts.canSit && !link.isForAide) {
      this.#screen.value = { is: 'failed', code: 'browser-unfit' }
      return
    }
    if (!(await this.#has(seatPlace(link), how))) return
    const kept = await this.#seatOf(link)
    if (kept) return this.#sit(kept)
    const { openEnrolModel } = await fetched(() => import('./enrolModel.ts'))
    const model = openEnrolModel(this.#parts, link, (record) => void this.#sit(record))
    this.#shown.use(model)
    this.#screen.value = { is: 'enrol', model, isForAide: link.isForAide }
  }

  /** The seat of a link that was spent on this very device. */
  async #seatOf({ seat, sealHash }: SeatLink): Promise<SeatRecord | undefined> {
    const records = (await this.#parts.store.seats.all()).filter((one) => one.seat === seat)
    for (const record of records) {
      if ((await sealHashOf(record.seal)) === sealHash) return record
    }
    return undefined
  }

  async #sit(record: SeatRecord): Promise<void> {
    const model = await this.#parts.sit(record)
    this.#shown.use(model)
    this.#screen.value = { is: 'seat', model }
    void model.open()
  }

  /** Whether this window has the place; if not, the screen says so. Losing it lets go of what is shown. */
  async #has(name: PlaceName, { takesOver }: Opening): Promise<boolean> {
    const { places } = this.#parts
    const shown = this.#shown
    const isElsewhere = () => (this.#screen.value = { is: 'elsewhere', what: whatOf(name) })
    const lose = async () => {
      if (this.#shown !== shown) return
      isElsewhere()
      await this.#clear()
    }
    const place: Place | undefined = takesOver
      ? await places.takeOver(name, lose)
      : await places.take(name, lose)
    if (place && this.#shown === shown) {
      shown.use(place)
      return true
    }
    await place?.[Symbol.asyncDispose]()
    if (this.#shown === shown) isElsewhere()
    return false
  }

  async #orFailed(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.#screen.value = { is: 'failed', code: error.code }
    }
  }

  async #clear(): Promise<void> {
    const before = this.#shown
    this.#shown = new AsyncDisposableStack()
    await before.disposeAsync()
  }
}

/** Whether it takes the place from another window, which was asked for by a press. */
type Opening = { takesOver: boolean }

function whatOf(name: PlaceName): 'desk' | 'seat' | 'invitation' {
  const [what] = name.split(' ')
  return what === 'desk' || what === 'seat' ? what : 'invitation'
}
