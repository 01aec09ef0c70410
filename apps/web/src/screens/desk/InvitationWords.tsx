import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'

/** What Parley is and what is asked, for whoever never heard of it. */
export function InvitationWords({
  inviting,
  yourName,
}: {
  inviting: string
  yourName: string
}): ReactNode {
  return (
    <section className="panel welcome" aria-labelledby="welcome-title">
      <h1 id="welcome-title">
        <Trans>
          {inviting} invites {yourName} to talk
        </Trans>
      </h1>
      <dl>
        <div>
          <dt>
            <Trans>What this is</Trans>
          </dt>
          <dd>
            <Trans>
              Parley carries talks by picture and sound between sides that need not trust each
              other. This server passes them on, and can neither see nor hear them.
            </Trans>
          </dd>
        </div>
        <div>
          <dt>
            <Trans>What is asked of you</Trans>
          </dt>
          <dd>
            <Trans>
              To hold the call that is planned below. Make a seal, compare its code with {inviting}{' '}
              by phone, and then sign the plan or change it. Until you sign, nothing is agreed.
            </Trans>
          </dd>
        </div>
        <div>
          <dt>
            <Trans>What a seal is</Trans>
          </dt>
          <dd>
            <Trans>
              The signature of your side. It is made in this browser and is sent to nobody; only
              whoever has it can sign for {yourName}.
            </Trans>
          </dd>
        </div>
        <div>
          <dt>
            <Trans>What they will see</Trans>
          </dt>
          <dd>
            <Trans>
              The code of your seal, the people you list, and what those show and say in the call.{' '}
              {inviting} cannot sign for you, change the plan without you, or sit somebody in your
              seats.
            </Trans>
          </dd>
        </div>
      </dl>
    </section>
  )
}
