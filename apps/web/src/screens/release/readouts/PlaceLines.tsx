import { Trans } from '@lingui/react/macro'
import type { Hash } from '@parley/protocol'
import { lineIn } from '@parley/release'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { ReadoutsView } from '../../../model/release/readouts/readoutsView.ts'

/** Joint lines that can be put into the text at the cursor, and those that stand in it and cannot stay. */
export function PlaceLines({
  view,
  onPlace,
  onRemove,
}: {
  view: ReadoutsView
  onPlace: (line: Hash, text: string) => void
  onRemove: (line: Hash) => void
}): ReactNode {
  const { lines, text, stops } = view
  const left = lines.flatMap(({ n, hash, texts, standing, isInText }) => {
    const words = lineIn({ texts }, text.language)
    const mayStand = standing.is === 'agreed' || standing.is === 'awaits-others'
    return mayStand && !isInText && words !== undefined ? [{ n, hash, words }] : []
  })
  const wrong = stops.flatMap((stop) =>
    stop.because === 'line-not-agreed' || stop.because === 'line-altered' ? [stop.line] : [],
  )
  return (
    <>
      {left.map(({ n, hash, words }) => (
        <Button key={n} className="btn" onPress={() => onPlace(hash, words)}>
          <Trans>Put joint line {n} here</Trans>
        </Button>
      ))}
      {[...new Set(wrong)].map((line) => (
        <Button key={line} className="btn" onPress={() => onRemove(line)}>
          <Trans>Take the line that is not agreed out</Trans>
        </Button>
      ))}
    </>
  )
}
