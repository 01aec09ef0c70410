import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { TrackKind } from '@parley/call'
import type { ReactNode } from 'react'
import { companionWords } from '../../model/company.ts'
import type { RareNotice } from '../../model/rareNotice.ts'
import { NoticeSaid } from '../call/NoticeSaid.tsx'
import { useNames } from '../call/sentences/useNames.ts'
import { AskedWords, WHY_ASKED } from './sentences/Asked.tsx'
import { FAILED_IN_CALL } from './sentences/deviceFailed.ts'
import { NOT_PLAYED } from './sentences/notPlayed.ts'
import { REMOVED } from './sentences/removed.ts'

/** The sentences of a notice that is loaded once one is in: what is, and what follows. */
export function RareWords({ notice }: { notice: RareNotice }): ReactNode {
  const { t } = useLingui()
  const join = useNames()
  switch (notice.type) {
    case 'asks-to-wait':
      return (
        <NoticeSaid title={<Trans>{notice.name} asks you to wait.</Trans>}>
          <Trans>Not everybody hears what is said.</Trans>
        </NoticeSaid>
      )
    case 'asks':
      return <NoticeSaid title={<AskedWords {...notice} />}>{t(WHY_ASKED[notice.what])}</NoticeSaid>
    case 'not-heard-by':
      return (
        <NoticeSaid
          isLarge
          title={
            <Plural
              value={notice.not.length}
              one={`# of ${notice.of} does not hear you`}
              other={`# of ${notice.of} do not hear you`}
            />
          }
        >
          <Trans>
            {join(notice.not)}, for{' '}
            <Plural value={notice.forSeconds} one="# second" other="# seconds" /> now.
          </Trans>
        </NoticeSaid>
      )
    case 'removed':
      return (
        <NoticeSaid title={<Trans>{notice.name} is no longer in the room.</Trans>}>
          {t(REMOVED[notice.because])}{' '}
          {notice.because !== 'left' && notice.by && (
            <Trans>Taken out by the device of {notice.by}.</Trans>
          )}
        </NoticeSaid>
      )
    case 'company':
      return (
        <NoticeSaid
          title={
            notice.came.length > 0 ? (
              <Trans>
                In the room with {notice.name} now: {join(notice.came.map(companionWords))}
              </Trans>
            ) : (
              <Trans>
                No longer in the room with {notice.name}: {join(notice.gone.map(companionWords))}
              </Trans>
            )
          }
        >
          {notice.came.length > 0 && notice.gone.length > 0 && (
            <Trans>No longer there: {join(notice.gone.map(companionWords))}.</Trans>
          )}{' '}
          <Trans>The device of {notice.name} declared it.</Trans>
        </NoticeSaid>
      )
    case 'device-failed': {
      const { title, remedy } = FAILED_IN_CALL[notice.kind][notice.why]
      return <NoticeSaid title={t(title)}>{t(remedy)}</NoticeSaid>
    }
    case 'text-missed':
      return (
        <NoticeSaid title={<Trans>Something that {notice.name} wrote has not come here.</Trans>}>
          <Trans>The server may have kept it back. Ask for it to be written again.</Trans>
        </NoticeSaid>
      )
    case 'lists-apart': {
      const who = join([...notice.names, ...notice.desks.map((side) => t`the desk of ${side}`)])
      return notice.lists === 'newer' ? (
        <NoticeSaid title={<Trans>This device does not have the newest lists.</Trans>}>
          <Trans>Known to: {who}. The server may have kept them back from this device.</Trans>
        </NoticeSaid>
      ) : (
        <NoticeSaid title={<Trans>The newest lists have not come to everybody.</Trans>}>
          <Trans>Not to: {who}.</Trans>{' '}
          <Trans>Until they come, somebody who was withdrawn may be seen and heard there.</Trans>
        </NoticeSaid>
      )
    }
    case 'old-keys':
      return (
        <NoticeSaid title={<Trans>Keys that should be new are old: {join(notice.names)}</Trans>}>
          <Trans>Whoever leaves and comes in again has a new one.</Trans>
        </NoticeSaid>
      )
    case 'not-played':
      return (
        <NoticeSaid
          title={
            isSound(notice.kind) ? (
              <Trans>Sound of {notice.name} arrives and is not played.</Trans>
            ) : (
              <Trans>A picture of {notice.name} arrives and is not shown.</Trans>
            )
          }
        >
          {t(NOT_PLAYED[notice.code])}
        </NoticeSaid>
      )
  }
}

function isSound(kind: TrackKind): boolean {
  return kind === 'microphone' || kind === 'screen-sound'
}
