import { Plural, Trans } from '@lingui/react/macro'
import type { ReadonlySignal } from '@preact/signals-core'
import type { ReactNode } from 'react'
import type { CallDeed } from '../../../model/callEvent.ts'
import type { Levels } from '../../../model/callSpeaker.ts'
import type { CallView } from '../../../model/callView.ts'
import { Tile } from './Tile.tsx'

/** The pictures. In the document they stand in an order that never changes, so that no picture is moved and stops. */
export function Stage({
  stage: { tiles, layout, withoutTile, heard: name },
  levels,
  send,
}: {
  stage: CallView['stage']
  levels: ReadonlySignal<Levels>
  send: (deed: CallDeed) => void
}): ReactNode {
  const placed = tiles
    .map((tile, place) => ({ tile, place }))
    .toSorted((a, b) => a.tile.key.localeCompare(b.tile.key))
  return (
    <div className="call__stage" data-layout={layout}>
      {placed.map(({ tile, place }) => (
        <Tile key={tile.key} tile={tile} place={place} levels={levels} send={send} />
      ))}
      {withoutTile > 0 && (
        <p className="call__more">
          <Plural value={withoutTile} one="and # more" other="and # more" />
          {name !== undefined && (
            <span>
              <Trans>{name} is speaking.</Trans>
            </span>
          )}
        </p>
      )}
    </div>
  )
}
