import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type {
  ClipsEvent,
  ClipsView,
  DestroyedHere,
} from '../../../model/release/clips/clipsView.ts'
import { useAmounts } from '../../recording/useAmounts.ts'

/** The recordings of a side that lie in its desk's browser, and those that were destroyed there. */
export function KeptHere({
  view: { kept, destroyed, recording, timeZone },
  send,
}: {
  view: ClipsView
  send: (event: ClipsEvent) => void
}): ReactNode {
  const { bytes } = useAmounts()
  return (
    <>
      {kept.length > 0 ? (
        <ul className="kept">
          {kept.map((one) => (
            <li key={one.name}>
              <p>
                <Named of={one} timeZone={timeZone} />, {bytes(one.bytes)}
              </p>
              <Button
                className="btn"
                isDisabled={recording.is === 'opening'}
                onPress={() => send({ type: 'kept-chosen', name: one.name })}
              >
                <Trans>Open</Trans>
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <div role="status">
        {destroyed.map((one) => (
          <p key={`${one.by} ${one.at}`} className="small">
            <Trans>
              Destroyed, as the plan says: <Named of={one} timeZone={timeZone} />
            </Trans>
          </p>
        ))}
      </div>
    </>
  )
}

/** Who recorded, and when that was begun. */
function Named({ of: { by, at }, timeZone }: { of: DestroyedHere; timeZone: string }): ReactNode {
  const { i18n } = useLingui()
  const style = { dateStyle: 'long', timeStyle: 'short', timeZone } as const
  const begun = <time dateTime={new Date(at).toISOString()}>{i18n.date(new Date(at), style)}</time>
  if (by === undefined) return begun
  return (
    <>
      <bdi>{by}</bdi>, {begun}
    </>
  )
}
