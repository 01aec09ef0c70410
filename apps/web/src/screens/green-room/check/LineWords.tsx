import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Status } from '../../../components/Status.tsx'
import type { LineView } from '../../../model/check/checkView.ts'

/** How far away the server is, and what that does to a talk. */
export function LineWords({ answer }: { answer: LineView['answer'] }): ReactNode {
  switch (answer.phase) {
    case 'measuring':
      return (
        <Status kind="awaited">
          <Trans>Measuring</Trans>
        </Status>
      )
    case 'away':
      return (
        <Status kind="awaited">
          <Trans>The server is not answering</Trans>
        </Status>
      )
    case 'there':
      return <DelayWords answer={answer} />
  }
}

function DelayWords({
  answer: { roundTripMs, is },
}: {
  answer: Extract<LineView['answer'], { phase: 'there' }>
}): ReactNode {
  const { i18n } = useLingui()
  const delay = i18n.number(roundTripMs)
  switch (is) {
    case 'quick':
      return (
        <Status kind="good">
          <Trans>{delay} ms to the server and back: quick</Trans>
        </Status>
      )
    case 'usable':
      return (
        <Status kind="usable">
          <Trans>{delay} ms to the server and back: leave each other a pause</Trans>
        </Status>
      )
    case 'slow':
      return (
        <Status kind="not">
          <Trans>
            {delay} ms to the server and back: a cable or another network may be quicker
          </Trans>
        </Status>
      )
  }
}

/** Which way sound and picture will go; nothing before that is known. */
export function RouteWords({ route }: { route: LineView['route'] }): ReactNode {
  const { i18n } = useLingui()
  if (!route) return undefined
  if (route.transport === 'tcp')
    return (
      <Trans>
        Sound and picture go by TCP, and stop for a moment when a packet is lost. Ask your network’s
        people to let UDP through.
      </Trans>
    )
  if (route.isRelayed) return <Trans>Sound and picture go by UDP over a relay.</Trans>
  if (route.roundTripMs === undefined) return <Trans>Sound and picture go straight, by UDP.</Trans>
  const delay = i18n.number(route.roundTripMs)
  return <Trans>Sound and picture go straight, by UDP: {delay} ms there and back.</Trans>
}
