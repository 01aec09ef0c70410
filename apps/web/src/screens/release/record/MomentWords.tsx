import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Moment } from '@parley/release'
import type { DeskView } from '../../../model/desk/deskView.ts'
import { languageName } from '../../desk/languageNames.ts'
import { useNames } from '../../call/sentences/useNames.ts'
import { DocumentName } from './DocumentName.tsx'

/** What somebody said that they did. */
export function MomentWords({
  event,
  who,
  desk,
}: {
  event: Moment['event']
  /** Their name, or that of their desk. */
  who: ReactNode
  desk: DeskView
}): ReactNode {
  const { i18n } = useLingui()
  const listed = useNames()
  const of = 'kind' in event ? <DocumentName kind={event.kind} desk={desk} /> : null
  const version = 'version' in event ? event.version : 0
  switch (event.is) {
    case 'interpreting': {
      const language = languageName(event.into, i18n.locale)
      return event.isOn ? (
        <Trans>
          {who} began to interpret: {language}
        </Trans>
      ) : (
        <Trans>
          {who} ended interpreting: {language}
        </Trans>
      )
    }
    case 'company': {
      const people = event.people.map(({ name, office }) => (office ? `${name} (${office})` : name))
      const names = listed(people)
      return people.length > 0 ? (
        <Trans>
          {who}: also in the room, without a seat: {names}
        </Trans>
      ) : (
        <Trans>{who}: nobody else in the room</Trans>
      )
    }
    case 'recording':
      return event.isOn ? (
        <Trans>{who} began to record the open part</Trans>
      ) : (
        <Trans>{who} stopped recording</Trans>
      )
    case 'proposed':
      return (
        <Trans>
          {who} proposed {of}, version {version}
        </Trans>
      )
    case 'signed':
      return (
        <Trans>
          {who} signed {of}, version {version}
        </Trans>
      )
    case 'refused':
      return (
        <Trans>
          {who} refused {of}, version {version}
        </Trans>
      )
    case 'published':
      return (
        <Trans>
          {who} published {of}, version {version}
        </Trans>
      )
    case 'shared': {
      const code = event.code.match(/\d{5}/g)?.join(' ') ?? ''
      return (
        <Trans>
          {who} showed {of}, version {version}, to an ally whose seal has the code{' '}
          <span className="code">{code}</span>
        </Trans>
      )
    }
    case 'destroyed':
      return (
        <Trans>
          {who} destroyed {of}
        </Trans>
      )
    case 'lacking':
      return <Trans>{who} asked for entries of this record that had not come</Trans>
  }
}
