import { useLingui } from '@lingui/react/macro'
import { useId, type ReactNode } from 'react'

/** How much of something is done, in words and as a bar. */
export function Share({ label, share }: { label: string; share: number }): ReactNode {
  const { i18n } = useLingui()
  const id = useId()
  return (
    <div className="share">
      <label htmlFor={id} className="small">
        {label}, <span className="num">{i18n.number(share, { style: 'percent' })}</span>
      </label>
      <progress id={id} value={share} max={1} />
    </div>
  )
}
