import { Trans } from '@lingui/react/macro'
import { useState, type ReactNode } from 'react'
import { knownZones, zoneNamed } from '../../model/desk/timeZones.ts'
import { ListedField } from './ListedField.tsx'

/** Where a clock hangs: a city or the name of a zone, with all of them to choose from. */
export function ZoneField({
  label,
  zone,
  mayBeEmpty = false,
  onChange,
}: {
  label: string
  /** Empty while nobody knows. */
  zone: string
  mayBeEmpty?: boolean
  onChange: (zone: string) => void
}): ReactNode {
  const [typed, setTyped] = useState<string>()
  const isUnknown = typed !== undefined && typed.trim() !== '' && !zoneNamed(typed)
  const [isLeft, setIsLeft] = useState(false)

  function change(text: string): void {
    setTyped(text)
    setIsLeft(false)
    const found = zoneNamed(text)
    if (found) onChange(found)
    else if (mayBeEmpty && text.trim() === '') onChange('')
  }

  const isWrong = isUnknown && isLeft
  return (
    <ListedField
      label={label}
      names={knownZones()}
      value={typed ?? zone}
      isWrong={isWrong}
      saying={
        isWrong ? (
          <Trans>No time zone is known by that name. Write a large city near by.</Trans>
        ) : (
          <Trans>A city, such as Nairobi.</Trans>
        )
      }
      onChange={change}
      onBlur={() => (isUnknown ? setIsLeft(true) : setTyped(undefined))}
    />
  )
}
