import type { Call, Clock, Media } from '@parley/call'
import { openCaucus, whyNoCaucus, type OpenRoom, type OpenSeat } from '@parley/client'
import { caucusOf, type SeatId } from '@parley/protocol'
import { computed, signal, type ReadonlySignal } from '@preact/signals-core'
import { onPageGone } from '../../adapters/pageGone.ts'
import type { CallFacts } from '../callFacts.ts'
import type { PartOfScreen } from '../partOfScreen.ts'
import { followForks } from './followForks.ts'
import { livelyCaucus, type Caucus } from './livelyCaucus.ts'
import { privateMessages } from './privateMessages.ts'
import { PRIVATE_SCREEN_START, privateView } from './privateView.ts'
import { privateSounds } from './privateSounds.ts'
import { showPrivate } from './showPrivate.ts'
import { stepPrivateScreen } from './stepPrivateScreen.ts'
import { VoiceRunner } from './voiceRunner.ts'
import { withCaucus } from './withCaucus.ts'

/** One's own side's room beside the call. Disposing leaves it. */
export type Private = AsyncDisposable & PartOfScreen

/** What it begins with. */
export type PrivateFrom = {
  seat: OpenSeat
  plenary: OpenRoom
  call: ReadonlySignal<Call>
  facts: ReadonlySignal<CallFacts>
  /** The media of the caucus, made when there is one. */
  mediaOf: () => Media
  clock: Clock
}

/**
 * Goes into the caucus in the background, once and again as the documents clear the seat for it, and
 * says of a seat that is not cleared that it is not.
 */
export async function startPrivate({
  seat,
  plenary,
  call,
  facts,
  mediaOf,
  clock,
}: PrivateFrom): Promise<Private> {
  const parts = new AsyncDisposableStack()
  const screen = signal(PRIVATE_SCREEN_START)
  const why = signal(whyNoCaucus(seat))
  const caucus = signal<Caucus | undefined>(undefined)
  const forks = parts.use(followForks(plenary))
  const voice = parts.use(new VoiceRunner({ plenary: plenary.runner, clock }))
  const enter = async () => {
    why.value = whyNoCaucus(seat)
    const isIn = caucus.value && caucus.value.call.value.joining.phase !== 'ended'
    if (why.value || isIn || parts.disposed) return
    const media = mediaOf()
    const open = await openCaucus(seat, { media, clock, plenary })
    if (!open) return await media[Symbol.asyncDispose]()
    if (parts.disposed) return await open[Symbol.asyncDispose]()
    caucus.value = parts.use(livelyCaucus({ open, media, plenary, clock }))
    forks.hear(open)
    voice.use(open.runner)
    parts.defer(onPageGone(() => open.runner.farewell())[Symbol.dispose])
  }
  await enter()
  parts.use(seat.documents.listen(() => void enter().catch(() => undefined)))
  const cleared = (): ReadonlySet<SeatId> => {
    const room = caucusOf(seat.record.side)
    const seats = [...seat.documents.documents.lists.seats]
    return new Set(seats.filter(([, { rooms }]) => rooms.includes(room)).map(([id]) => id))
  }
  const rows = computed(() => {
    const own = caucus.value?.call.value
    const { lists } = seat.documents.documents
    return own ? privateMessages(own, { lists, facts: facts.value }) : []
  })
  const shown = computed(() => {
    const own = caucus.value
    const view = privateView({
      facts: facts.value,
      plenary: call.value,
      caucus: own?.call.value,
      why: why.value,
      voice: voice.now.value,
      cleared: cleared(),
      forked: forks.forked.value,
      screen: screen.value,
    })
    const unread = rows.value.length - screen.value.read
    const sounds = own ? privateSounds(own.call.value, own.tracks.value) : []
    return view && { view, rows: rows.value, unread, sounds }
  })
  return {
    tell: (now) => withCaucus(now, caucus.value?.call.value),
    show(view) {
      if (!shown.value) return view
      const isReading = view.panel === 'messages' && view.display === 'delegation'
      return showPrivate(view, { ...shown.value, unread: isReading ? 0 : shown.value.unread })
    },
    take(event) {
      const [next, text] = stepPrivateScreen(screen.peek(), event, rows.peek().length)
      screen.value = next
      const { languages } = facts.peek().you
      if (text !== undefined) caucus.peek()?.write(text, next.language ?? languages[0])
      if (event.type === 'private-translation-written') caucus.peek()?.translate(event)
      return voice.take(event)
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  }
}
