import { useLingui } from '@lingui/react/macro'
import { Fragment, type ReactNode } from 'react'
import type { InterpretedInto } from '../../../model/listening/forSpeaker.ts'
import { useNames } from '../sentences/useNames.ts'
import { Tongue } from './Tongue.tsx'

/** Languages in one sentence, each by its own name, joined as the language of the page does; a side in brackets. */
export function Tongues({
  of,
  joined,
}: {
  of: readonly InterpretedInto[]
  joined: 'and' | 'or'
}): ReactNode {
  const { i18n } = useLingui()
  const join = useNames()
  const list = new Intl.ListFormat(i18n.locale, {
    type: joined === 'and' ? 'conjunction' : 'disjunction',
  })
  const parts = list.formatToParts(of.map((_, place) => String(place)))
  return parts.map(({ type, value }, place) => {
    const into = type === 'element' ? of[Number(value)] : undefined
    // oxlint-disable-next-line react/no-array-index-key -- parts of one sentence have no other name
    const key = `${place} ${value}`
    if (!into) return <Fragment key={key}>{value}</Fragment>
    const sides = join(into.of.map(({ name }) => name))
    return (
      <Fragment key={key}>
        <Tongue of={into.language} />
        {sides !== '' && <> ({sides})</>}
      </Fragment>
    )
  })
}
