import { Plural } from '@lingui/react/macro'
import type { ReactNode } from 'react'

/** How much has to be filled in yet; the fields say what. */
export function MissingCount({ count }: { count: number }): ReactNode {
  return count > 0 ? (
    <p role="alert" className="field__error">
      <Plural value={count} one="One thing is missing above." other="# things are missing above." />
    </p>
  ) : null
}
