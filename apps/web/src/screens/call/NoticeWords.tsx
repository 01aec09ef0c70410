import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { TrackKind } from '@parley/call'
import type { ReactNode } from 'react'
import { companionWords } from '../../model/company.ts'
import type { CallNotice } from '../../model/callNotices.ts'
import { AskedWords, WHY_ASKED } from './sentences/Asked.tsx'
import { FAILED_IN_CALL } from './sentences/deviceFailed.ts'
import { HELD } from './sentences/held.ts'
import { NOT_PLAYED } from './sentences/notPlayed.ts'
import { REFUSED } from './sentences/refused.ts'
import { JOINS_AGAIN, REMOVED } from './sentences/removed.ts'
import { useNames } from './sentences/useNames.ts'
import { useTime } from './useTime.ts'

/** The sentences of a notice: what is, and what follows. */
export function NoticeWords({ notice }: { notice: CallNotice }): ReactNode {
  const { t } = useLingui()
  const time = useTime()
  const join = useNames()
  switch (notice.type) {
    case 'joining':
      return notice.again ? (
        <Said title={<Trans>Joining again.</Trans>}>{t(JOINS_AGAIN[notice.again])}</Said>
      ) : (
        <Said title={<Trans>Going in.</Trans>}>
          <Trans>Your microphone is closed. Keys are being made with everyone here.</Trans>
        </Said>
      )
    case 'not-fresh':
      return (
        <Said title={<Trans>You are in. Nothing is sent yet.</Trans>}>
          {notice.mustHear === 'own-side' ? (
            <Trans>This device first waits to hear from somebody of your own side.</Trans>
          ) : (
            <Trans>This device first waits to hear from somebody who is here.</Trans>
          )}
        </Said>
      )
    case 'alone':
      return (
        <Said title={<Trans>Nobody else is here: nothing is sent.</Trans>}>
          <Trans>
            Sound, picture and messages go out once somebody from the agreed list is in.
          </Trans>
        </Said>
      )
    case 'held':
      return (
        <Said
          title={
            notice.isYou ? (
              <Trans>Nothing is sent: your own seat does not count now.</Trans>
            ) : notice.name === '' ? (
              <Trans>A device is here without permission.</Trans>
            ) : (
              <Trans>{notice.name} is here without permission.</Trans>
            )
          }
        >
          {notice.code && t(HELD[notice.code])}{' '}
          {notice.isYou ? (
            <Trans>Ask your desk.</Trans>
          ) : (
            <Trans>Nothing is sent until that device is out.</Trans>
          )}
        </Said>
      )
    case 'server-lost':
      return (
        <Said title={<Trans>The server is not answering.</Trans>}>
          <Trans>
            Sound and picture go on. Until it is back, nobody can come in, and messages wait here.
          </Trans>
        </Said>
      )
    case 'asks-to-wait':
      return (
        <Said title={<Trans>{notice.name} asks you to wait.</Trans>}>
          <Trans>Not everybody hears what is said.</Trans>
        </Said>
      )
    case 'asks':
      return <Said title={<AskedWords {...notice} />}>{t(WHY_ASKED[notice.what])}</Said>
    case 'not-heard-by':
      return (
        <Said
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
        </Said>
      )
    case 'refused':
      if (notice.code === 'unknown-seal' && !notice.by)
        return (
          <Said title={<Trans>A device came under another seal. It was refused.</Trans>}>
            <Trans>{time(notice.atMs)}. It received no picture and no sound.</Trans>{' '}
            {t(REFUSED[notice.code])} <Trans>Only your desk can compare a new seal.</Trans>
          </Said>
        )
      return notice.by ? (
        <Said title={<Trans>A change of keys by the device of {notice.by} was refused.</Trans>}>
          <Trans>{time(notice.atMs)}. Nothing of it counts.</Trans> {t(REFUSED[notice.code])}
        </Said>
      ) : (
        <Said title={<Trans>A device tried to come in. It was refused.</Trans>}>
          <Trans>{time(notice.atMs)}. It received no picture and no sound.</Trans>{' '}
          {t(REFUSED[notice.code])}
        </Said>
      )
    case 'removed':
      return (
        <Said title={<Trans>{notice.name} is no longer in the room.</Trans>}>
          {t(REMOVED[notice.because])}{' '}
          {notice.because !== 'left' && notice.by && (
            <Trans>Taken out by the device of {notice.by}.</Trans>
          )}
        </Said>
      )
    case 'company':
      return (
        <Said
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
        </Said>
      )
    case 'device-failed': {
      const { title, remedy } = FAILED_IN_CALL[notice.kind][notice.why]
      return <Said title={t(title)}>{t(remedy)}</Said>
    }
    case 'text-missed':
      return (
        <Said title={<Trans>Something that {notice.name} wrote has not come here.</Trans>}>
          <Trans>The server may have kept it back. Ask for it to be written again.</Trans>
        </Said>
      )
    case 'old-keys':
      return (
        <Said title={<Trans>Keys that should be new are old: {join(notice.names)}</Trans>}>
          <Trans>Whoever leaves and comes in again has a new one.</Trans>
        </Said>
      )
    case 'unsettled':
      return (
        <Said title={<Trans>This device cannot join the others.</Trans>}>
          <Trans>
            Either somebody in the call disturbs it, or the server holds it apart. Ring your desk.
          </Trans>
        </Said>
      )
    case 'not-entered':
      return (
        <Said title={<Trans>What the server says of the room cannot be verified.</Trans>}>
          <Trans>Your device keeps trying.</Trans>
        </Said>
      )
    case 'foreign':
      return notice.of === 'sound' ? (
        <Said title={<Trans>This sound is not from the device of {notice.name}.</Trans>}>
          <Trans>
            It was made by another device. Do not take it for the voice of {notice.name}.
          </Trans>
        </Said>
      ) : (
        <Said title={<Trans>This picture is not from the device of {notice.name}.</Trans>}>
          <Trans>It was made by another device. What it shows need not be so.</Trans>
        </Said>
      )
    case 'unconfirmed':
      return (
        <Said
          title={
            notice.of === 'sound' ? (
              <Trans>The device of {notice.name} does not confirm this sound.</Trans>
            ) : notice.of === 'picture' ? (
              <Trans>The device of {notice.name} does not confirm this picture.</Trans>
            ) : (
              <Trans>
                The device of {notice.name} confirms neither this sound nor this picture.
              </Trans>
            )
          }
        >
          <Trans>It may be made by another device, or the line to the server is held up.</Trans>
        </Said>
      )
    case 'not-played':
      return (
        <Said
          title={
            isSound(notice.kind) ? (
              <Trans>Sound of {notice.name} arrives and is not played.</Trans>
            ) : (
              <Trans>A picture of {notice.name} arrives and is not shown.</Trans>
            )
          }
        >
          {t(NOT_PLAYED[notice.code])}
        </Said>
      )
  }
}

function Said({
  title,
  isLarge = false,
  children,
}: {
  title: ReactNode
  isLarge?: boolean
  children: ReactNode
}): ReactNode {
  return (
    <>
      <p className="banner__title" data-large={isLarge || undefined}>
        {title}
      </p>
      <p className="small muted">{children}</p>
    </>
  )
}

function isSound(kind: TrackKind): boolean {
  return kind === 'microphone' || kind === 'screen-sound'
}
