import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type FormEvent, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Banner } from '../../components/Banner.tsx'
import { FileField } from '../../components/FileField.tsx'
import { Field } from '../../components/Field.tsx'
import { Status } from '../../components/Status.tsx'
import type { DeskEvent, DeskView } from '../../model/desk/deskView.ts'

/** Shorter can be guessed by whoever finds the file. */
const PASSPHRASE_AT_LEAST = 12

/** Asks for a backup once it matters, on every tab until there is one. */
export function SealBackup({
  backup,
  send,
}: {
  backup: DeskView['backup']
  send: (event: DeskEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const [passphrase, setPassphrase] = useState('')
  const [file, setFile] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  const [isTried, setIsTried] = useState(false)
  const isShort = passphrase.length < PASSPHRASE_AT_LEAST

  function submit(event: FormEvent): void {
    event.preventDefault()
    setIsTried(true)
    if (isShort) return
    if (backup === 'to-save') send({ type: 'backup-asked', passphrase })
    else send({ type: 'backup-read-back', file, passphrase })
  }

  if (backup === 'not-asked' || backup === 'done') return null
  if (!isOpen && backup === 'to-save')
    return (
      <Banner
        kind="caution"
        title={<Trans>Your seal has no backup yet.</Trans>}
        acts={
          <Button className="btn btn--primary" onPress={() => setIsOpen(true)}>
            <Trans>Make the backup</Trans>
          </Button>
        }
      >
        <Trans>
          You have signed with it, and it lives in this browser only. If this browser is lost,
          nobody can sign for your side again.
        </Trans>
      </Banner>
    )
  return (
    <section className="panel" aria-labelledby="backup-title">
      <div className="panel__head">
        <h2 id="backup-title">
          <Trans>Backup of your seal</Trans>
        </h2>
      </div>
      <form className="panel__body stack backup" onSubmit={submit}>
        <p className="small muted">
          {backup === 'to-save' ? (
            <Trans>
              Your seal lives in this browser only. Save it to a file, under a passphrase, and keep
              both apart: without them nobody can sign for your side again.
            </Trans>
          ) : (
            <Trans>
              Now choose the file that was saved. Once it opened, this browser cannot give the seal
              away any more.
            </Trans>
          )}
        </p>
        <Field
          type="password"
          label={t`Passphrase`}
          autoFocus
          value={passphrase}
          onChange={setPassphrase}
          error={isTried && isShort ? t`At least ${PASSPHRASE_AT_LEAST} characters.` : undefined}
        />
        {backup === 'to-read-back' ? (
          <FileField label={t`File of the seal`} onRead={setFile} />
        ) : null}
        <div className="dialog__acts">
          <Button type="submit" className="btn btn--primary">
            {backup === 'to-save' ? (
              <Trans>Save the seal to a file</Trans>
            ) : (
              <Trans>Read the file back</Trans>
            )}
          </Button>
          {backup === 'to-save' ? (
            <Button className="btn" onPress={() => setIsOpen(false)}>
              <Trans>Later</Trans>
            </Button>
          ) : null}
        </div>
      </form>
    </section>
  )
}

/** That there is a backup, where the seals are. */
export function BackupDone({ backup }: { backup: DeskView['backup'] }): ReactNode {
  if (backup !== 'done') return null
  return (
    <section className="panel" aria-labelledby="backup-title">
      <div className="panel__head">
        <h2 id="backup-title">
          <Trans>Backup of your seal</Trans>
        </h2>
      </div>
      <p className="panel__body">
        <Status kind="good">
          <Trans>Saved to a file and read back.</Trans>
        </Status>
      </p>
    </section>
  )
}
