import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { SealOfSide } from '@parley/release'
import { Emblem } from '../../components/Emblem.tsx'
import { SealCode } from '../../components/SealCode.tsx'

/** The seals that signed: emblem, the name that each gives its side, and the code to compare. */
export function Seals({ signers }: { signers: readonly SealOfSide[] }): ReactNode {
  const { t } = useLingui()
  return (
    <ul className="seals" aria-label={t`Seals that signed`}>
      {signers.map(({ side, name, digits, hex }, place) => (
        <li key={side} className={`side-${(place % 6) + 1}`}>
          <Emblem hex={hex} />
          <h3>
            <bdi>{name}</bdi>
          </h3>
          <SealCode digits={digits} label={t`Code of the seal that calls itself ${name}`} />
        </li>
      ))}
    </ul>
  )
}
