import {
  acceptLine,
  answerLine,
  proposeLine,
  publishedOf,
  publishReadout,
  readoutFiles,
  ReadoutDesk,
  Reconciler,
  signReadout,
  type Desk,
  type KeyStore,
  type Publish,
  type Releases,
} from '@parley/client'
import { Refusal, type Hash } from '@parley/protocol'
import type { EntryEvent } from '@parley/seal'
import { computed, signal, type ReadonlySignal } from '@preact/signals-core'
import type { OnDeviceTranslator } from '../../../adapters/onDeviceTranslator.ts'
import { troubleOf } from '../../desk/deskTrouble.ts'
import { Allies } from './allies.ts'
import { comparedWith } from './compared.ts'
import { editDraft } from './editDraft.ts'
import { draftByMachine } from './machine.ts'
import type { ReadoutsEvent } from './readoutsEvent.ts'
import { readoutsFactsOf } from './readoutsFacts.ts'
import { NOTHING_HERE, type ReadoutsHere, type ReadoutsView } from './readoutsView.ts'
import { readoutsViewOf } from './readoutsViewOf.ts'
import { asPublished, corrected, restored } from './restored.ts'

/** The readouts of a desk, ready to be shown. Whoever opened them disposes of them. */
export type ReadoutsModel = AsyncDisposable & {
  readonly view: ReadonlySignal<ReadoutsView>
  readonly here: ReadonlySignal<ReadoutsHere>
  /** Settles once the deed is done, or its trouble is in `here`. */
  readonly send: (event: ReadoutsEvent) => Promise<void>
}

/** What the readouts need of their console. */
export type ReadoutsParts = {
  readonly desk: Desk
  readonly releases: Releases
  /** Says it for the record of the call. */
  readonly note: (event: EntryEvent) => void
  readonly store: Pick<KeyStore, 'drafts' | 'seals'>
  /** The origin whose copy of the client the links open. */
  readonly page: string
  readonly saveFile: (name: string, text: string) => void
  readonly publish: Publish
  readonly translator: OnDeviceTranslator | undefined
  /** The clocks of the sides, this one's first. */
  readonly zones: () => readonly string[]
  /** The language of whoever sits here: what a first draft is in. */
  readonly language: string
}

/** How often what the time changes is looked at: the end of an embargo, and whether another console still writes. */
const LOOK_EVERY_MS = 5000

/** What others wait for is saved without waiting for a pause. */
const AT_ONCE: ReadonlySet<ReadoutsEvent['type']> = new Set([
  'approval-wanted',
  'approval-asked',
  'comment-resolved',
  'comment-reopened',
  'clash-settled',
])

/** Opens the readouts of that desk. */
export async function openReadoutsModel(parts: ReadoutsParts): Promise<ReadoutsModel> {
  const { desk, store } = parts
  const { clock } = desk.hands
  await using opening = new AsyncDisposableStack()
  const { language, releases } = parts
  const readout = opening.use(
    await ReadoutDesk.open({ hands: desk.hands, releases, store, language }),
  )
  const facts = signal(await readoutsFactsOf(readout.state, desk.state))
  const now = signal(clock.nowMs())
  const here = signal<ReadoutsHere>(NOTHING_HERE)
  const follow = new Reconciler(async () => {
    facts.value = await readoutsFactsOf(readout.state, desk.state)
    now.value = clock.nowMs()
  })
  const look = () => void follow.want(undefined)
  opening.use(readout.listen(look))
  opening.use(desk.listen(look))
  opening.defer(() => follow.settled())
  let timer = clock.after(LOOK_EVERY_MS, tick)
  opening.defer(() => timer[Symbol.dispose]())
  const view = computed(() => readoutsViewOf(facts.value, { now: now.value, zones: parts.zones() }))
  const shownHere = computed((): ReadoutsHere => {
    const { comparing } = here.value
    const compared = comparing && comparedWith(comparing, facts.value.readout)
    return { ...here.value, compared }
  })
  const tell = (change: Partial<ReadoutsHere>) => (here.value = { ...here.peek(), ...change })
  const allies = new Allies(parts, readout, tell)

  function tick(): void {
    now.value = clock.nowMs()
    timer = clock.after(LOOK_EVERY_MS, tick)
  }

  async function perform(event: ReadoutsEvent): Promise<void> {
    const { text } = readout.state.drafting
    const edited = editDraft(text, event, facts.value.names)
    if (edited) {
      readout.write(edited)
      if (AT_ONCE.has(event.type)) await readout.save()
      return
    }
    switch (event.type) {
      case 'save-pressed':
        return readout.save()
      case 'version-kept':
        return readout.keepVersion(event.note)
      case 'compared':
        return void tell({ comparing: { before: event.before, after: event.after } })
      case 'version-restored': {
        const version = readout.state.side.versions.find((one) => one.version === event.version)
        if (!version) return
        await readout.keepVersion('')
        readout.show(restored(text, version.wording))
        return readout.save()
      }
      case 'line-proposed': {
        const { texts, n } = event
        return noteLine('proposed', await proposeLine(readout, { texts, ...(n && { n }) }))
      }
      case 'line-accepted':
        return noteLine('signed', await acceptLine(readout, event.line))
      case 'line-answered':
        await answerLine(readout, event)
        return event.answer === 'declined' ? noteLine('refused', event.line) : undefined
      case 'machine-asked':
        return draftByMachine(event.language, { readout, facts: facts.value, ...parts, tell })
      case 'signed':
        await readout.save()
        return void (await signReadout(readout, readout.state.drafting.text.wording))
      case 'published':
        return publish(event.how)
      case 'files-asked':
        return readoutFiles(readout).forEach(({ name, text: file }) => parts.saveFile(name, file))
      case 'correction-begun':
      case 'correction-left': {
        const last = publishedOf(readout).at(-1)
        if (!last) return
        const change = event.type === 'correction-begun' ? corrected : asPublished
        readout.show(change(text, last.payload, facts.value.names.text))
        return readout.save()
      }
      case 'trouble-read':
        return void tell({ trouble: undefined })
      default:
        return allies.perform(event)
    }
  }

  function noteLine(is: 'proposed' | 'signed' | 'refused', hash: Hash): void {
    const line = releases.state.signatures.find((one) => one.hash === hash)
    if (!line) return
    const { kind, version } = line.payload
    parts.note({ is, at: clock.nowMs(), kind, version, hash })
  }

  async function publish(how: 'by-hand' | 'early'): Promise<void> {
    const hash = view.value.signed
    if (!hash) return
    try {
      const { kind, version } = await publishReadout(readout, {
        hash,
        how,
        publish: parts.publish,
      })
      parts.note({ is: 'published', at: clock.nowMs(), kind, version, hash })
    } catch (error) {
      if (error instanceof Refusal) tell({ trouble: 'not-published' })
      else throw error
    }
  }

  const open = opening.move()
  return {
    view,
    here: shownHere,
    async send(event) {
      if (!event.type.endsWith('-written') && here.peek().trouble) tell({ trouble: undefined })
      try {
        await perform(event)
        await follow.settled()
      } catch (error) {
        tell({ trouble: troubleOf(error) })
      }
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
}
