import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ShieldCheck } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { Emblem } from '../../components/Emblem.tsx'
import { directionOf } from '../../language/languages.ts'
import { useNames } from '../call/sentences/useNames.ts'
import type { GreenRoomSide } from '../../model/greenRoomView.ts'

/** Who may be in this call, and what nobody else can do. */
export function AgreedSides({ sides }: { sides: readonly GreenRoomSide[] }): ReactNode {
  const heading = useId()
  const join = useNames()
  const { i18n } = useLingui()
  const direction = directionOf(i18n.locale)
  const isComplete = sides.every(({ names }) => names.length > 0)
  return (
    <section className="panel green__block" aria-labelledby={heading}>
      <h2 id={heading}>
        <Trans>Who will be there</Trans>
      </h2>
      <ul className="green__sides">
        {sides.map((side) => (
          <li key={side.side} className={`side-${side.place}`}>
            <Emblem hex={side.fingerprint} />
            <div>
              <p className="sidename">
                <bdi>{side.name}</bdi>
              </p>
              <p className="small">
                {side.names.length === 0 ? (
                  <Trans>nobody named yet</Trans>
                ) : (
                  <bdi dir={direction}>{join(side.names)}</bdi>
                )}
              </p>
              <p className="caption">
                {side.here !== undefined && side.names.length > 0 && (
                  <Plural
                    value={side.here}
                    _0="nobody is in yet"
                    one="# is in now"
                    other="# are in now"
                  />
                )}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <p className="small green__sealed">
        <ShieldCheck className="icon" aria-hidden />
        <span>
          {isComplete && <Trans>All sides agreed on this list.</Trans>}{' '}
          <Trans>
            Sound, picture and messages are sealed between their devices: nobody else can open them,
            the server included.
          </Trans>
        </span>
      </p>
    </section>
  )
}
