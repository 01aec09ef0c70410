import { Trans } from '@lingui/react/macro'
import { ArrowRightFromLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { PartsView } from '../../model/agenda/partsView.ts'
import type { PartEvent } from '../../model/agenda/partEvent.ts'

/** One press proposes what comes next by the agenda, while nothing else is proposed. */
export function ProposeNext({
  view: { next, proposals, mayMove },
  send,
}: {
  view: Pick<PartsView, 'next' | 'proposals' | 'mayMove'>
  send: (event: PartEvent) => void
}): ReactNode {
  if (!next || !mayMove || proposals.length > 0) return undefined
  const { item, part } = next
  return (
    <Button
      className="btn agenda-next"
      onPress={() => send({ type: 'agenda-part-proposed', item })}
    >
      <ArrowRightFromLine className="icon" aria-hidden />
      <span>
        {part ? (
          <Trans>
            Propose {part.part}. {part.title}
          </Trans>
        ) : (
          <Trans>Propose to end the agenda</Trans>
        )}
      </span>
    </Button>
  )
}
