import { useLingui } from '@lingui/react/macro'
import { clockTimeOf, STEP_MS, type Edge } from '@parley/release'
import { GripVertical } from 'lucide-react'
import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import type { ClipDraft, DraftEvent } from '../../../model/release/clips/clipDraft.ts'
import type { CloseUp } from '../../../model/release/clips/clipsView.ts'
import type { RecordedPerson } from '../../../model/release/clips/recordedScene.ts'
import { loudnessOf, speakersOf } from '../../../model/release/clips/speakers.ts'
import { placeIn } from './placeIn.ts'

const SECOND_MS = 1000

/** The chosen minutes at large: how loud it was, who spoke, and the two ends of the clip, which can be moved. */
export function CloseUpStrip({
  closeUp,
  draft,
  people,
  timeZone,
  change,
}: {
  closeUp: CloseUp
  draft: Pick<ClipDraft, 'cut'>
  people: readonly RecordedPerson[]
  timeZone: string
  change: (event: DraftEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const { span, levels } = closeUp
  const strip = useRef<HTMLDivElement>(null)
  const [held, setHeld] = useState<{ edge: Edge; to: number }>()
  const cut = held ? { ...draft.cut, [held.edge]: held.to } : draft.cut
  const momentAt = (clientX: number) => {
    const box = strip.current?.getBoundingClientRect()
    if (!box) return span.from
    const share = Math.max(0, Math.min(1, (clientX - box.left) / box.width))
    return span.from + share * (span.to - span.from)
  }
  const hold = (edge: Edge) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId)
      setHeld({ edge, to: cut[edge] })
    },
    onPointerMove: ({ clientX }: PointerEvent<HTMLElement>) => {
      if (held?.edge === edge) setHeld({ edge, to: momentAt(clientX) })
    },
    onPointerUp: () => {
      if (held) change({ type: 'edge-moved', ...held })
      setHeld(undefined)
    },
    onPointerCancel: () => setHeld(undefined),
    onMove: (to: number) => change({ type: 'edge-moved', edge, to }),
  })
  const loud = loudnessOf(levels)
  const spoken = speechesIn(closeUp, people)
  return (
    <div className="tl__close">
      <div className="zoom" ref={strip}>
        <svg
          viewBox={`0 0 ${Math.max(1, loud.length)} 100`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path
            d={loud.map((level, at) => `M${at + 0.5} ${50 - level * 46}v${level * 92}`).join('')}
          />
        </svg>
        <div className="sel" style={placeIn(span, cut)} />
        {spoken.map(({ person, from, to }) => (
          <span
            key={from}
            className={`zoom__who side-${person.order}`}
            style={placeIn(span, { from, to })}
            aria-hidden="true"
          >
            <span className="zoom__name">
              <bdi>{person.name}</bdi>
            </span>
          </span>
        ))}
        <Handle edge="from" cut={cut} span={span} timeZone={timeZone} {...hold('from')} />
        <Handle edge="to" cut={cut} span={span} timeZone={timeZone} {...hold('to')} />
      </div>
      {spoken.length > 0 ? (
        <ol className="tl__list" aria-label={t`Who speaks`}>
          {spoken.map(({ person, from }) => (
            <li key={from}>
              <span className="num">{clockTimeOf(from, timeZone).slice(0, -2)}</span>
              <bdi>{person.name}</bdi>
            </li>
          ))}
        </ol>
      ) : null}
    </div>
  )
}

/** Who is loudest from when on, until somebody else is. */
function speechesIn({ span, levels }: CloseUp, people: readonly RecordedPerson[]) {
  const momentAt = (share: number) => span.from + share * (span.to - span.from)
  const speakers = speakersOf(levels)
  return speakers.flatMap(({ seat, at }, place) => {
    const person = people.find((one) => one.seat === seat)
    const end = speakers[place + 1]?.at ?? 1
    return person ? [{ person, from: momentAt(at), to: momentAt(end) }] : []
  })
}

function Handle({
  edge,
  cut,
  span,
  timeZone,
  onMove,
  ...pointer
}: {
  edge: Edge
  cut: ClipDraft['cut']
  span: CloseUp['span']
  timeZone: string
  onMove: (to: number) => void
} & Pick<
  React.DOMAttributes<HTMLElement>,
  'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel'
>): ReactNode {
  const { t } = useLingui()
  const at = cut[edge]
  const onKeyDown = (event: KeyboardEvent) => {
    const to = byKey(event, at, span)
    if (to === undefined) return
    event.preventDefault()
    onMove(to)
  }
  return (
    <div
      className="handle"
      role="slider"
      tabIndex={0}
      aria-label={edge === 'from' ? t`Beginning of the clip` : t`End of the clip`}
      aria-valuemin={Math.round(span.from)}
      aria-valuemax={Math.round(span.to)}
      aria-valuenow={Math.round(at)}
      aria-valuetext={clockTimeOf(at, timeZone)}
      style={{ left: placeIn(span, { from: at, to: at }).left }}
      onKeyDown={onKeyDown}
      {...pointer}
    >
      <i>
        <GripVertical className="icon" aria-hidden="true" />
      </i>
    </div>
  )
}

/** Arrows move by a tenth of a second, with the shift key and by pages by a second. Time runs to the right in every script. */
function byKey(
  { key, shiftKey }: KeyboardEvent,
  at: number,
  span: CloseUp['span'],
): number | undefined {
  const step = shiftKey ? SECOND_MS : STEP_MS
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return at - step
    case 'ArrowRight':
    case 'ArrowUp':
      return at + step
    case 'PageDown':
      return at - SECOND_MS
    case 'PageUp':
      return at + SECOND_MS
    case 'Home':
      return span.from
    case 'End':
      return span.to
    default:
      return undefined
  }
}
