import { Trans } from '@lingui/react/macro'
import { useId, useState, type ReactNode } from 'react'
import { knownZones, zoneNamed } from '../../model/desk/timeZones.ts'

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
  const id = useId()
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

  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        list={`${id}-zones`}
        autoComplete="off"
        spellCheck={false}
        value={typed ?? zone}
        aria-invalid={isUnknown && isLeft}
        aria-describedby={`${id}-hint`}
        onChange={(event) => change(event.target.value)}
        onBlur={() => (isUnknown ? setIsLeft(true) : setTyped(undefined))}
      />
      <datalist id={`${id}-zones`}>
        {knownZones().map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <p id={`${id}-hint`} className={isUnknown && isLeft ? 'field__error' : 'hint'}>
        {isUnknown && isLeft ? (
          <Trans>No time zone is known by that name. Write a large city near by.</Trans>
        ) : (
          <Trans>A city, such as Nairobi.</Trans>
        )}
      </p>
    </div>
  )
}
