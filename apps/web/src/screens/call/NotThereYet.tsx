import { Trans } from '@lingui/react/macro'
import { useEffect, useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { fetchAgain } from '../../adapters/fetched.ts'

/** Larger: one looks at an empty place. Smaller: it flashes up on every line. */
const SAID_AFTER_MS = 1000

/** In the place of something whose code the line could not bring: the sentence, and a button that asks for it at once. */
export function NotThereYet(): ReactNode {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), SAID_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div role="status" className="stack small">
      {isLate && (
        <>
          <p>
            <Trans>This is not there yet. It is fetched again as soon as the line is back.</Trans>
          </p>
          <p>
            <Button className="btn" onPress={fetchAgain}>
              <Trans>Try again</Trans>
            </Button>
          </p>
        </>
      )}
    </div>
  )
}
