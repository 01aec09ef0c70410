import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Emblem } from '../../../components/Emblem.tsx'
import { SealCode } from '../../../components/SealCode.tsx'
import type { OpenedShared } from '../../../model/release/readouts/readoutsView.ts'
import { At } from './At.tsx'
import { TextAsPublic } from './TextAsPublic.tsx'

/** A text that an ally shared before it is public, and what is proven of it. */
export function SharedText({ opened }: { opened: OpenedShared }): ReactNode {
  const { t } = useLingui()
  const { name, seal, isPinned, text, translations, at, embargo } = opened
  return (
    <div className="stack">
      <div className="row">
        <Emblem hex={seal.hex} />
        <p>
          <Trans>
            In the name of <b>{name}</b>, signed at <At at={at} />
          </Trans>
        </p>
      </div>
      <SealCode digits={seal.digits} label={t`Code of the seal of ${name}`} />
      <p className="small">
        <b>
          <Trans>Proven:</Trans>
        </b>{' '}
        {isPinned ? (
          <Trans>
            the seal of {name}, which your desk compared in this call, signed every word.
          </Trans>
        ) : (
          <Trans>the seal with this code signed every word below.</Trans>
        )}
      </p>
      {isPinned ? null : (
        <p className="small">
          <b>
            <Trans>Not proven:</Trans>
          </b>{' '}
          <Trans>
            that it is the seal of {name}. Ring {name} on a number you know, and compare the code.
          </Trans>
        </p>
      )}
      {embargo ? (
        <p className="small">
          <Trans>
            Not public before <At at={embargo.until} timeZone={embargo.timeZone} />{' '}
            <bdi className="code">{embargo.timeZone}</bdi>.
          </Trans>
        </p>
      ) : null}
      <TextAsPublic text={text} byline={text.byline} />
      {translations.map((translation) => (
        <TextAsPublic key={translation.language} text={translation} translation={translation} />
      ))}
    </div>
  )
}
