import { Trans } from '@lingui/react/macro'
import { Check, Undo2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Banner } from '../../components/Banner.tsx'
import { sideOf, type DeskEvent, type DeskView } from '../../model/desk/deskView.ts'
import { ChangeLine } from './ChangeLine.tsx'

/** What somebody proposes to change in the plan, for the other side to agree to or to decline. */
export function ChangePanel({
  view,
  send,
}: {
  view: DeskView
  send: (event: DeskEvent) => void
}): ReactNode {
  const { plan } = view
  const by = plan.proposedBy && sideOf(view, plan.proposedBy)
  if (plan.kept) return <Kept view={view} />
  if (!by || plan.changes.length === 0) return null
  return (
    <section className={`panel side-${by.order}`} aria-labelledby="change-title">
      <div className="panel__head">
        <h2 id="change-title">
          {by.isOwn ? (
            <Trans>You proposed a change</Trans>
          ) : (
            <Trans>{by.name} proposes a change</Trans>
          )}
        </h2>
        <span className="small muted">
          <Trans>Version {plan.version}</Trans>
        </span>
      </div>
      <div className="panel__body stack">
        <dl className="changes">
          {plan.changes.map((change, place) => (
            <ChangeLine key={place} change={change} zones={view.zones} />
          ))}
        </dl>
        <p className="small muted">
          {plan.agreed === undefined ? (
            <Trans>It counts once both sides have signed it.</Trans>
          ) : (
            <Trans>Until both sides have signed it, version {plan.agreed} counts.</Trans>
          )}
        </p>
        <Answers view={view} isOwn={by.isOwn} send={send} />
      </div>
    </section>
  )
}

function Answers({
  view: { plan },
  isOwn,
  send,
}: {
  view: DeskView
  isOwn: boolean
  send: (event: DeskEvent) => void
}): ReactNode {
  if (plan.agreed === undefined) return null
  const keep = () => send({ type: 'plan-kept' })
  if (isOwn)
    return (
      <div className="dialog__acts">
        <Button className="btn" onPress={keep}>
          <Undo2 className="icon" aria-hidden="true" />
          <Trans>Take the change back</Trans>
        </Button>
      </div>
    )
  return (
    <div className="dialog__acts">
      {plan.signing === 'may-sign' ? (
        <Button
          className="btn btn--primary"
          onPress={() => send({ type: 'plan-signed', draft: plan.draft })}
        >
          <Check className="icon" aria-hidden="true" />
          <Trans>Sign the change</Trans>
        </Button>
      ) : null}
      <Button className="btn btn--danger" onPress={keep}>
        <X className="icon" aria-hidden="true" />
        <Trans>Decline the change</Trans>
      </Button>
    </div>
  )
}

/** What became of the last change. */
function Kept({ view }: { view: DeskView }): ReactNode {
  const { kept, agreed } = view.plan
  const by = kept && sideOf(view, kept.by)
  const of = kept && sideOf(view, kept.of)
  if (!by || !of) return null
  const stays = <Trans>Version {agreed} counts as before.</Trans>
  if (by.isOwn)
    return (
      <Banner
        kind="note"
        title={
          of.isOwn ? (
            <Trans>You took your change back.</Trans>
          ) : (
            <Trans>You declined the change that {of.name} proposed.</Trans>
          )
        }
      >
        {stays}
      </Banner>
    )
  return (
    <Banner
      kind="note"
      title={
        of.isOwn ? (
          <Trans>{by.name} declined your change.</Trans>
        ) : (
          <Trans>{by.name} took its change back.</Trans>
        )
      }
    >
      {stays}
    </Banner>
  )
}
