import { Plural, Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { VerifyEvent, VerifyView } from '../../model/verify/verifyView.ts'
import { Result } from './Result.tsx'

/** Each file with its verdict, and a line that a screen reader announces. */
export function Results({
  view: { checked, isBusy, code },
  send,
}: {
  view: VerifyView
  send: (event: VerifyEvent) => void
}): ReactNode {
  const proven = checked.filter(({ verdict }) => verdict.is === 'proven').length
  const not = checked.length - proven
  return (
    <>
      <div className="row row--wrap row--apart">
        <p className="verify__sum" role="status">
          {isBusy ? (
            <Trans>Checking</Trans>
          ) : checked.length > 0 ? (
            <>
              {proven > 0 ? (
                <Plural
                  value={proven}
                  one="# file is as its seals signed it."
                  other="# files are as their seals signed them."
                />
              ) : null}{' '}
              {not > 0 ? (
                <Plural value={not} one="# file is not." other="# files are not." />
              ) : null}
            </>
          ) : null}
        </p>
        {checked.length > 0 ? (
          <Button className="btn no-print" onPress={() => send({ type: 'cleared' })}>
            <Trans>Start anew</Trans>
          </Button>
        ) : null}
      </div>
      <ul className="stack">
        {checked.map((one) => (
          <li key={one.id}>
            <Result checked={one} isExpected={code !== ''} />
          </li>
        ))}
      </ul>
    </>
  )
}
