import {
  collectGrant,
  readInvitation,
  waitingDesk,
  type DeskParts,
  type DeskRecord,
  type InvitationLink,
  type OpenInvitation,
} from '@parley/client'
import { Refusal, type PublicKey } from '@parley/protocol'
import type { Seal } from '@parley/seal'
import { signal, type ReadonlySignal } from '@preact/signals-core'
import type { InvitationEvent, InvitationView } from './invitationView.ts'
import { sealViewOf } from './deskFacts.ts'
import { sideZones, zonesOf } from './sideZones.ts'
import { chosenSeal, WrongBackup } from './sealChoice.ts'

/** An invitation, ready to be shown. */
export type InvitationModel = AsyncDisposable & {
  view: ReadonlySignal<InvitationView>
  send: (event: InvitationEvent) => Promise<void>
}

/** What the invitation came to: a desk, and the seal that its officer confirmed while its code was shown. */
export type Accepted = { record: DeskRecord; confirmed: PublicKey | undefined }

/** Reads an invitation, and goes on where this browser left off with it. `done` hears of the desk, once. */
export function openInvitationModel(
  parts: DeskParts & { timeZone: string },
  link: InvitationLink,
  done: (accepted: Accepted) => void,
): InvitationModel {
  const { store } = parts
  const view = signal<InvitationView>({ phase: 'reading' })
  const ending = new AbortController()
  let open: OpenInvitation | undefined

  async function read(): Promise<void> {
    const waiting = await waitingDesk(parts, link)
    try {
      open = await readInvitation(parts, link, ending.signal)
    } catch (error) {
      if (!waiting || !(error instanceof Refusal) || error.code !== 'token-spent') throw error
      finish(await collectGrant(parts, waiting, ending.signal))
      return
    }
    const { plan: proposal, seal, side } = open.invitation
    const inviting = proposal.sides.find((one) => one.seal === seal)
    const invited = proposal.sides.find((one) => one.side === side)
    if (!inviting || !invited) throw new Refusal('malformed')
    const seals = (await store.seals.all()).map((kept) => ({
      key: kept.seal.publicKey,
      name: kept.name,
    }))
    view.value = {
      phase: 'read',
      plan: proposal,
      inviting: { name: inviting.name, seal: await sealViewOf(seal) },
      yourName: invited.name,
      zones: zonesOf(sideZones(proposal, { own: side, here: parts.timeZone, chosen: {} })),
      seals,
      isWrongBackup: false,
    }
    if (waiting) await fileAs(waiting.seal)
  }

  async function fileAs(seal: Seal): Promise<void> {
    const before = view.value
    if (before.phase !== 'read' || !open) return
    const own = await sealViewOf(seal.publicKey)
    const { plan, inviting, yourName, zones } = before
    view.value = { phase: 'filed', plan, inviting, yourName, zones, own, isConfirmed: false }
    finish(await open.accept(seal, ending.signal))
  }

  async function accept({ choice }: Extract<InvitationEvent, { type: 'accepted' }>): Promise<void> {
    const before = view.value
    if (before.phase !== 'read') return
    const kept = await chosenSeal(store, choice, before.yourName).catch((error: unknown) => {
      if (!(error instanceof WrongBackup)) throw error
      view.value = { ...before, isWrongBackup: true }
    })
    if (kept) await fileAs(kept.seal)
  }

  function finish(record: DeskRecord): void {
    const shown = view.value
    const isConfirmed = shown.phase === 'filed' && shown.isConfirmed
    done({ record, confirmed: isConfirmed ? shown.inviting.seal.key : undefined })
  }

  async function orRefused(work: Promise<void>): Promise<void> {
    try {
      await work
    } catch (error) {
      if (ending.signal.aborted) return
      if (!(error instanceof Refusal)) throw error
      view.value = { phase: 'refused', code: error.code }
    }
  }

  void orRefused(read())
  return {
    view,
    async send(event) {
      if (event.type === 'accepted') return orRefused(accept(event))
      if (view.value.phase === 'filed') view.value = { ...view.value, isConfirmed: true }
    },
    async [Symbol.asyncDispose]() {
      ending.abort()
      await open?.[Symbol.asyncDispose]()
    },
  }
}
