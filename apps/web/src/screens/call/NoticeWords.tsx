import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { FirstNotice } from '../../model/rareNotice.ts'
import { NoticeSaid } from './NoticeSaid.tsx'
import { HELD } from './sentences/held.ts'
import { JOINS_AGAIN } from './sentences/joinsAgain.ts'
import { REFUSED } from './sentences/refused.ts'
import { useTime } from './useTime.ts'

/** The sentences of a notice that is there from the first: what is, and what follows. */
export function NoticeWords({ notice }: { notice: FirstNotice }): ReactNode {
  const { t } = useLingui()
  const time = useTime()
  switch (notice.type) {
    case 'joining':
      return notice.again ? (
        <NoticeSaid title={<Trans>Joining again.</Trans>}>
          {t(JOINS_AGAIN[notice.again])}
        </NoticeSaid>
      ) : (
        <NoticeSaid title={<Trans>Going in.</Trans>}>
          <Trans>Your microphone is closed. Keys are being made with everyone here.</Trans>
        </NoticeSaid>
      )
    case 'not-fresh':
      return (
        <NoticeSaid title={<Trans>You are in. Nothing is sent yet.</Trans>}>
          {notice.mustHear === 'own-side' ? (
            <Trans>This device first waits to hear from somebody of your own side.</Trans>
          ) : (
            <Trans>This device first waits to hear from somebody who is here.</Trans>
          )}
        </NoticeSaid>
      )
    case 'alone':
      return (
        <NoticeSaid title={<Trans>Nobody else is here: nothing is sent.</Trans>}>
          <Trans>
            Sound, picture and messages go out once somebody from the agreed list is in.
          </Trans>
        </NoticeSaid>
      )
    case 'held':
      return (
        <NoticeSaid
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
        </NoticeSaid>
      )
    case 'server-lost':
      return (
        <NoticeSaid title={<Trans>The server is not answering.</Trans>}>
          <Trans>
            Sound and picture go on. Until it is back, nobody can come in, and messages wait here.
          </Trans>
        </NoticeSaid>
      )
    case 'refused':
      if (notice.code === 'unknown-seal' && !notice.by)
        return (
          <NoticeSaid title={<Trans>A device came under another seal. It was refused.</Trans>}>
            <Trans>{time(notice.atMs)}. It received no picture and no sound.</Trans>{' '}
            {t(REFUSED[notice.code])} <Trans>Only your desk can compare a new seal.</Trans>
          </NoticeSaid>
        )
      return notice.by ? (
        <NoticeSaid
          title={<Trans>A change of keys by the device of {notice.by} was refused.</Trans>}
        >
          <Trans>{time(notice.atMs)}. Nothing of it counts.</Trans> {t(REFUSED[notice.code])}
        </NoticeSaid>
      ) : (
        <NoticeSaid title={<Trans>A device tried to come in. It was refused.</Trans>}>
          <Trans>{time(notice.atMs)}. It received no picture and no sound.</Trans>{' '}
          {t(REFUSED[notice.code])}
        </NoticeSaid>
      )
    case 'unsettled':
      return (
        <NoticeSaid title={<Trans>This device cannot join the others.</Trans>}>
          <Trans>
            Either somebody in the call disturbs it, or the server holds it apart. Ring your desk.
          </Trans>
        </NoticeSaid>
      )
    case 'not-entered':
      return (
        <NoticeSaid title={<Trans>What the server says of the room cannot be verified.</Trans>}>
          <Trans>Your device keeps trying.</Trans>
        </NoticeSaid>
      )
    case 'foreign':
      return notice.of === 'sound' ? (
        <NoticeSaid title={<Trans>This sound is not from the device of {notice.name}.</Trans>}>
          <Trans>
            It was made by another device. Do not take it for the voice of {notice.name}.
          </Trans>
        </NoticeSaid>
      ) : (
        <NoticeSaid title={<Trans>This picture is not from the device of {notice.name}.</Trans>}>
          <Trans>It was made by another device. What it shows need not be so.</Trans>
        </NoticeSaid>
      )
    case 'unconfirmed':
      return (
        <NoticeSaid
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
        </NoticeSaid>
      )
  }
}
