import type { DisplayWord, Order, OrderAnswer, OrderWord } from './aideWords.ts'

/** A display that said nothing for so long is not there. Larger: a console shows for longer what is no more. Smaller: a slow line looks like a closed page. */
const GONE_AFTER_MS = 13_000

/** An order that was not answered by then is told to have come to nothing. Likewise. */
const UNANSWERED_AFTER_MS = 8000

/** The last order, and how far it came. `not-there`: no display answered. */
export type Ordered = {
  readonly id: string
  readonly order: Order
  readonly atMs: number
  readonly is: 'sending' | 'sent' | 'not-there' | OrderAnswer
}

/** What an aide's console knows of the display that it drives. */
export type Driving = {
  readonly display: { readonly word: DisplayWord; readonly atMs: number } | undefined
  readonly last: Ordered | undefined
}

export type DrivingEvent =
  | { type: 'display-heard'; word: DisplayWord; nowMs: number }
  | { type: 'ordered'; id: string; order: Order; nowMs: number }
  | { type: 'order-said'; id: string }
  | { type: 'order-not-said'; id: string }
  /** Its leaf is in the room no more. */
  | { type: 'display-left' }
  | { type: 'ticked'; nowMs: number }

export type DrivingEffect = { do: 'say'; word: OrderWord }

/** Nothing was heard of a display yet. */
export const DRIVES_NOTHING: Driving = { display: undefined, last: undefined }

/** What a console makes of what it hears, and of what its aide presses. It believes what the display says, and not that it was obeyed. */
export function stepDriving(
  driving: Driving,
  event: DrivingEvent,
): readonly [Driving, readonly DrivingEffect[]] {
  const { display, last } = driving
  switch (event.type) {
    case 'display-heard':
      return [hear(driving, event), []]
    case 'ordered': {
      const { id, order, nowMs } = event
      const said = { id, order, atMs: nowMs }
      if (!display) return [{ ...driving, last: { ...said, is: 'not-there' } }, []]
      const { page, n } = display.word
      const word: OrderWord = { word: 'order', id, upon: [page, n], order }
      return [{ ...driving, last: { ...said, is: 'sending' } }, [{ do: 'say', word }]]
    }
    case 'order-said':
      return [become(driving, event.id, { from: 'sending', is: 'sent' }), []]
    case 'order-not-said':
      return [become(driving, event.id, { from: 'sending', is: 'not-there' }), []]
    case 'display-left':
      return [{ display: undefined, last: last && unanswered(last) }, []]
    case 'ticked': {
      const isGone = display && event.nowMs - display.atMs >= GONE_AFTER_MS
      const isLate = last && event.nowMs - last.atMs >= UNANSWERED_AFTER_MS
      if (!isGone && !isLate) return [driving, []]
      const next = { display: isGone ? undefined : display, last: isLate ? unanswered(last) : last }
      return [next.display === display && next.last === last ? driving : next, []]
    }
  }
}

/** A word that was said again in a new epoch may come after a newer one. */
function hear(
  driving: Driving,
  { word, nowMs }: DrivingEvent & { type: 'display-heard' },
): Driving {
  const { display, last } = driving
  if (display?.word.page === word.page && word.n < display.word.n) return driving
  const answered = word.answers.find(({ id }) => id === last?.id)
  return {
    display: { word, atMs: nowMs },
    last: last && answered ? { ...last, is: answered.with } : last,
  }
}

function become(
  driving: Driving,
  id: string,
  { from, is }: Record<'from' | 'is', Ordered['is']>,
): Driving {
  const { last } = driving
  return last?.id === id && last.is === from ? { ...driving, last: { ...last, is } } : driving
}

function unanswered(last: Ordered): Ordered {
  return last.is === 'sending' || last.is === 'sent' ? { ...last, is: 'not-there' } : last
}
