import { Trans } from '@lingui/react/macro'
import { ArrowRightFromLine, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { MovePart, PartsView, Proposal } from '../../model/agenda/partsView.ts'
import { useNames } from '../call/sentences/useNames.ts'
import { MovedBy, RefusedBy } from './MoveWords.tsx'
import { PartMark } from './PartMark.tsx'
import type { PartEvent } from '../../model/agenda/partEvent.ts'

/** Where the talks are to go, by whose wish, and who has not agreed: whoever may agree for a side does it with one press. */
export function Offers({
  view: { proposals, refused, movedOnBy },
  send,
}: {
  view: Pick<PartsView, 'proposals' | 'refused' | 'movedOnBy'>
  send: (event: PartEvent) => void
}): ReactNode {
  return (
    <div className="agenda-offers" aria-live="polite">
      {movedOnBy.length > 0 && <MovedOn names={movedOnBy} />}
      {proposals.map((proposal) => (
        <Offer key={`${proposal.to.move} ${proposal.to.item}`} proposal={proposal} send={send} />
      ))}
      {refused && (
        <div className="banner banner--note agenda-offer">
          <Undo2 className="icon" aria-hidden />
          <div>
            <p className="banner__title">
              <Title part={refused.part} />
            </p>
            <p>
              <RefusedBy refused={refused} />
            </p>
          </div>
        </div>
      )}
    </div>
  )
}

function Offer({
  proposal: { to, part, leadsToOpen, by, awaited, yours, isBusy },
  send,
}: {
  proposal: Proposal
  send: (event: PartEvent) => void
}): ReactNode {
  return (
    <div className="banner banner--note agenda-offer">
      <ArrowRightFromLine className="icon" aria-hidden />
      <div>
        <p className="banner__title">
          <Title part={part} /> {part && <PartMark isOpen={leadsToOpen} />}
        </p>
        <p>
          <MovedBy by={by} /> <Awaited sides={awaited} />
        </p>
      </div>
      {yours !== 'nothing' && (
        <div className="banner__acts">
          {yours === 'agree' ? (
            <>
              <Button
                className="btn btn--primary"
                isDisabled={isBusy}
                onPress={() => send({ type: 'agenda-part-agreed', to })}
              >
                <Trans>Agree</Trans>
              </Button>
              <Button
                className="btn btn--quiet"
                isDisabled={isBusy}
                onPress={() => send({ type: 'agenda-part-refused', to })}
              >
                <Trans>Not now</Trans>
              </Button>
            </>
          ) : (
            <Button
              className="btn"
              isDisabled={isBusy}
              onPress={() => send({ type: 'agenda-part-refused', to })}
            >
              <Trans>Take it back</Trans>
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function Title({ part }: { part: MovePart }): ReactNode {
  return part ? (
    <Trans>
      Proposed: {part.part}. {part.title}
    </Trans>
  ) : (
    <Trans>Proposed: end the agenda</Trans>
  )
}

function Awaited({ sides }: { sides: readonly string[] }): ReactNode {
  const join = useNames()
  if (sides.length === 0) return undefined
  const names = join(sides)
  return <Trans>Awaited: {names}</Trans>
}

/** A move that is not here is one that somebody keeps back, or that a bad line holds up. */
function MovedOn({ names }: { names: readonly string[] }): ReactNode {
  const join = useNames()
  const who = join(names)
  return (
    <div className="banner banner--caution agenda-offer">
      <ArrowRightFromLine className="icon" aria-hidden />
      <div>
        <p className="banner__title">
          <Trans>The talks may be at another part.</Trans>
        </p>
        <p>
          <Trans>
            So say the devices of: {who}. What moved the talks has not come here. Until it has,
            nothing counts as open here.
          </Trans>
        </p>
      </div>
    </div>
  )
}
