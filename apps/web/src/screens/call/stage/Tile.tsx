import { Trans } from '@lingui/react/macro'
import type { ReadonlySignal } from '@preact/signals-core'
import { useCallback, useId, useRef, type ReactNode } from 'react'
import { Emblem } from '../../../components/Emblem.tsx'
import type { CallDeed } from '../../../model/callEvent.ts'
import type { Levels } from '../../../model/callSpeaker.ts'
import type { CallTile } from '../../../model/callTiles.ts'
import { Languages } from '../LanguagesOnDemand.tsx'
import { PersonPlate } from './PersonPlate.tsx'
import { TileMark } from './TileMark.tsx'
import { useShownSize } from './useShownSize.ts'
import { Video } from './Video.tsx'

/** One rectangle of the stage. `place` is where it stands; its element stays where it is, or the picture would stop. */
export function Tile({
  tile,
  place,
  levels,
  send,
}: {
  tile: CallTile
  place: number
  levels: ReadonlySignal<Levels>
  send: (deed: CallDeed) => void
}): ReactNode {
  const { person, side, picture, isBig, isSpeaking, mark, shows } = tile
  const element = useRef<HTMLElement>(null)
  const isInterpreter = person.role === 'interpreter' && person.standing === 'agreed' && !picture
  const number = picture?.number
  const { leaf, isYou } = person
  const by = useId()
  const report = useCallback(
    (size: { width: number; height: number } | undefined) => {
      if (number !== undefined && !isYou) send({ type: 'picture-shown', by, leaf, number, size })
    },
    [by, leaf, number, isYou, send],
  )
  useShownSize(element, report)
  return (
    <figure
      ref={element}
      className={`tile side-${side.place}`}
      data-big={isBig || undefined}
      data-speaking={isSpeaking || undefined}
      data-shows={shows}
      data-you={person.isYou || undefined}
      style={{ order: place }}
    >
      {picture?.media && !picture.isCovered ? (
        <Video media={picture.media} isMirrored={person.isYou && shows === 'person'} />
      ) : isInterpreter ? (
        <Languages part="tile" person={person} levels={levels} />
      ) : (
        <NoPicture tile={tile} />
      )}
      <div className="tile__marks">
        {mark && mark !== 'speaking' && <TileMark mark={mark} />}
        {isSpeaking && isBig && <TileMark mark="speaking" />}
      </div>
      {isBig ? (
        <PersonPlate person={person} side={side} />
      ) : (
        <figcaption className="tile__name">
          <Emblem hex={side.fingerprint} size="small" />
          {isSpeaking && <TileMark mark="speaking" hasWord={false} />}
          <b>{person.isYou ? <Trans>You</Trans> : <bdi>{person.name}</bdi>}</b>
        </figcaption>
      )}
    </figure>
  )
}

function NoPicture({ tile: { picture, initials, person } }: { tile: CallTile }): ReactNode {
  return (
    <div className="tile__empty">
      <span className="tile__initials" aria-hidden>
        <bdi>{initials}</bdi>
      </span>
      <span className="tile__why">
        {person.standing !== 'agreed' ? undefined : picture === undefined ? (
          <Trans>Camera off</Trans>
        ) : picture.isCovered ? (
          <Trans>Picture paused</Trans>
        ) : (
          <Trans>Picture on its way</Trans>
        )}
      </span>
    </div>
  )
}
