import {
  backupOf,
  Desk,
  readBackup,
  Reconciler,
  type DeskParts,
  type DeskRecord,
} from '@parley/client'
import { Refusal, type SeatId } from '@parley/protocol'
import { computed, signal, type ReadonlySignal } from '@preact/signals-core'
import type { DeskRelease } from '../release/deskRelease.ts'
import { ReadoutsOnDemand } from '../release/readoutsOnDemand.ts'
import type { ReadoutsModel } from '../release/readouts/readoutsModel.ts'
import { PartOnDemand } from '../seat/partOnDemand.ts'
import { askedBackup, type KeptBackup } from './askedBackup.ts'
import { atDesk } from './atDesk.ts'
import { factsOf } from './deskFacts.ts'
import { troubleOf } from './deskTrouble.ts'
import type { DeskEvent, DeskView } from './deskView.ts'
import { deskViewOf } from './deskViewOf.ts'
import { draftOf, type WordingDraft } from './planDraft.ts'
import { keepPlan, proposeChange } from './proposing.ts'
import { addedSeats, changedSeats, changedTelephone, type SeatChange } from './seatChanges.ts'
import { rememberedZones, rememberZone, type Notes } from './rememberedZones.ts'

/** A console, ready to be shown. Whoever opened it disposes of it. */
export type DeskModel = AsyncDisposable & {
  view: ReadonlySignal<DeskView>
  /** What is recorded and released; undefined before a plan is agreed and its code is there. */
  release: ReadonlySignal<DeskRelease | undefined>
  /** What this side writes of the call, opened when it is asked for first. */
  readouts: () => Promise<ReadoutsModel>
  /** Settles once the deed is done, or its trouble is in the view. */
  send: (event: DeskEvent) => Promise<void>
}

/** What a console needs from outside. */
export type DeskModelParts = DeskParts & {
  /** The origin whose copy of the client the links open. */
  page: string
  /** Hands a file to whoever sits here. */
  saveFile: (name: string, text: string) => void
  /** Where this browser is. */
  timeZone: string
  notes: Notes
}

/** Opens the desk of that record. Rejects with a `Refusal`. */
export async function openDeskModel(
  parts: DeskModelParts,
  record: DeskRecord,
  signalled?: AbortSignal,
): Promise<DeskModel> {
  const { page, store, notes, timeZone } = parts
  const { call } = record
  const kept = await store.seals.read(record.seal.publicKey)
  await using opening = new AsyncDisposableStack()
  const desk = opening.use(await Desk.open(parts, record, signalled))
  const facts = signal(await factsOf(desk.state, page))
  const here = signal<ReadonlySet<SeatId>>(new Set())
  const { Presence } = await import('../presence.ts')
  const watched = { source: atDesk(desk), clock: parts.clock }
  opening.use(new Presence(watched, (seats) => (here.value = seats)))
  const backup = signal<KeptBackup>(keptBackupOf(kept))
  const trouble = signal<DeskView['trouble']>(undefined)
  const zones = signal(rememberedZones(notes, call))
  const changes = signal<readonly SeatChange[]>([])
  const planBefore = signal<WordingDraft>()
  const follow = new Reconciler(async (state: Desk['state']) => {
    facts.value = await factsOf(state, page)
  })
  opening.use(desk.listen((state) => void follow.want(state)))
  opening.use(desk.onTrouble((error) => (trouble.value = troubleOf(error))))
  const release = signal<DeskRelease | undefined>(undefined)
  const { ReleaseOnDemand } = await import('../release/releaseOnDemand.ts')
  opening.use(new ReleaseOnDemand({ desk, ...parts }, (opened) => (release.value = opened)))
  const agenda = opening.use(
    new PartOnDemand({
      clock: parts.clock,
      isDue: () => release.value !== undefined && here.value.size > 0,
      afterMs: undefined,
      load: () => import('./deskParts.ts'),
      begin: ({ startDeskParts }) => startDeskParts({ desk, release, clock: parts.clock }),
    }),
  )
  const view = computed(() => ({
    ...deskViewOf(
      { ...facts.value, here: here.value },
      { backup: askedBackup(backup.value, facts.value.state.record), trouble: trouble.value },
      {
        here: timeZone,
        chosen: zones.value,
        changes: changes.value,
        isPlanChanged: planBefore.value !== undefined,
        clipsWaiting: release.value?.clipsWaiting.value ?? 0,
      },
    ),
    parts: agenda.now.value?.view.value,
  }))

  const readouts = new ReadoutsOnDemand({
    ...parts,
    desk,
    release,
    zones: () => view.value.zones,
  })
  opening.use(readouts)

  async function perform(event: DeskEvent): Promise<void> {
    switch (event.type) {
      case 'invite-pressed':
        return void (await desk.invite(event.side, page))
      case 'seal-confirmed':
        return desk.pinSide(event)
      case 'plan-signed':
        return event.draft ? desk.signDraft({ hash: event.draft }) : desk.signPlan()
      case 'change-proposed':
        planBefore.value = unsignedPlan(view.value)
        return proposeChange(desk, event.draft)
      case 'change-undone': {
        const before = planBefore.value
        planBefore.value = undefined
        return before && proposeChange(desk, before)
      }
      case 'zone-chosen':
        rememberZone(notes, call, event)
        zones.value = rememberedZones(notes, call)
        return
      case 'plan-kept':
        return keepPlan(desk)
      case 'seats-added':
        changes.value = [...changes.value, addedSeats(event.people, desk.state.record.side)]
        return
      case 'seat-removed':
        changes.value = [...changes.value, { is: 'removed', seat: event.seat }]
        return
      case 'seat-records':
        changes.value = [
          ...changes.value,
          { is: 'records', seat: event.seat, records: event.records },
        ]
        return
      case 'telephone-written':
        changes.value = [...changes.value, { is: 'telephone', number: event.number }]
        return
      case 'seats-undone':
        changes.value = changes.value.slice(0, -1)
        return
      case 'seats-signed': {
        const signed = changes.value
        const { seats, telephone } = desk.state
        await desk.declareDelegation({
          seats: changedSeats(seats, signed),
          telephone: changedTelephone(telephone, signed),
        })
        await follow.want(desk.state)
        changes.value = changes.value.slice(signed.length)
        return
      }
      case 'delegation-acknowledged':
        return desk.signDraft({ hash: event.draft })
      case 'link-asked':
        return void (await desk.openSeatLink(event.seat, page))
      case 'links-asked':
        for (const seat of event.seats) await desk.openSeatLink(seat, page)
        return
      case 'code-typed': {
        const answer = await desk.enrolments.typeCode(event.enrolment, event.code)
        if (answer === 'refused') trouble.value = 'wrong-code'
        return
      }
      case 'enrolment-refused':
        return void (await desk.enrolments.refuse(event.enrolment))
      case 'seat-withdrawn':
        return desk.withdrawSeat(event.seat)
      case 'aide-link-asked':
        return void (await desk.openAideLink(event.seat, page))
      case 'aide-withdrawn':
        return desk.withdrawAide(event.seat)
      case 'backup-asked':
        if (!kept) return
        parts.saveFile('parley-seal.txt', await backupOf(kept, event.passphrase))
        backup.value = 'to-read-back'
        return
      case 'backup-read-back': {
        if (!kept) return
        const { file, passphrase } = event
        const { name, seal } = kept
        try {
          const read = await readBackup(store, { file, passphrase, name, key: seal.publicKey })
          await desk.useSeal(read.seal)
          backup.value = 'done'
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          trouble.value = 'wrong-backup'
        }
        return
      }
      case 'agenda-part-proposed':
      case 'agenda-part-agreed':
      case 'agenda-part-refused':
      case 'agenda-part-closed':
        return agenda.now.peek()?.send(event)
      case 'trouble-read':
        trouble.value = undefined
    }
  }

  const open = opening.move()
  return {
    view,
    release,
    readouts: () => readouts.open(),
    async send(event) {
      trouble.value = undefined
      try {
        await perform(event)
        await follow.settled()
      } catch (error) {
        trouble.value = troubleOf(error)
      }
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
}

function keptBackupOf(kept: { isBackedUp: boolean } | undefined): KeptBackup {
  if (!kept) return 'cannot'
  return kept.isBackedUp ? 'done' : 'to-save'
}

/** The plan as it is before a change that nobody signs. */
function unsignedPlan({ plan }: DeskView): WordingDraft | undefined {
  return plan.version === undefined ? draftOf(plan.wording) : undefined
}
