import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { ReadoutsProps } from './parts.ts'

/** Has the browser itself draft a translation, where it can. No text leaves the device. */
export function MachinePart({
  here: { machine },
  language,
  send,
}: Pick<ReadoutsProps, 'here' | 'send'> & { language: string }): ReactNode {
  const isBusy = machine.is === 'fetching' || machine.is === 'translating'
  const isHere = machine.is !== 'unasked' && machine.language === language
  return (
    <div className="machine">
      <Button
        className="btn"
        aria-disabled={isBusy}
        onPress={() => (isBusy ? undefined : send({ type: 'machine-asked', language }))}
      >
        <Trans>Have this browser draft it</Trans>
      </Button>
      <p className="small muted" role="status">
        {isHere && machine.is === 'cannot' ? (
          <Trans>This browser cannot translate into that language by itself.</Trans>
        ) : null}
        {isHere && machine.is === 'fetching' ? (
          <Trans>The browser fetches the language for itself: {machine.percent} %.</Trans>
        ) : null}
        {isHere && machine.is === 'translating' ? (
          <Trans>
            Line {machine.done} of {machine.of}.
          </Trans>
        ) : null}
        {isHere ? null : (
          <Trans>
            It translates on this device, and sends the text to nobody. What stands in this language
            is replaced, and labelled as a machine’s.
          </Trans>
        )}
      </p>
    </div>
  )
}
