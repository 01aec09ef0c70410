import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type FormEvent, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { FileField } from '../../components/FileField.tsx'
import { Field } from '../../components/Field.tsx'
import { Status } from '../../components/Status.tsx'
import type { DeskEvent, DeskView } from '../../model/desk/deskView.ts'

/** Shorter can be guessed by whoever finds the file. */
const PASSPHRASE_AT_LEAST = 12

/** Whoever loses this browser loses the side's voice, unless its seal was saved. */
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
  const [isTried, setIsTried] = useState(false)
  const isShort = passphrase.length < PASSPHRASE_AT_LEAST

  function submit(event: FormEvent): void {
    event.preventDefault()
    setIsTried(true)
    if (isShort) return
    if (backup === 'to-save') send({ type: 'backup-asked', passphrase })
    else send({ type: 'backup-read-back', file, passphrase })
  }

  return (
    <section className="panel" aria-labelledby="backup-title">
      <div className="panel__head">
        <h2 id="backup-title">
          <Trans>Backup of your seal</Trans>
        </h2>
      </div>
      <div className="panel__body stack">
        {backup === 'done' ? (
          <Status kind="good">
            <Trans>Saved to a file and read back.</Trans>
          </Status>
        ) : (
          <form className="stack" onSubmit={submit}>
            <p className="small muted">
              {backup === 'to-save' ? (
                <Trans>
                  Your seal lives in this browser only. Save it to a file, under a passphrase, and
                  keep both apart: without them nobody can sign for your side again.
                </Trans>
              ) : (
                <Trans>
                  Now choose the file that was saved. Once it opened, this browser cannot give the
                  seal away any more.
                </Trans>
              )}
            </p>
            <Field
              type="password"
              label={t`Passphrase`}
              value={passphrase}
              onChange={setPassphrase}
              error={
                isTried && isShort ? t`At least ${PASSPHRASE_AT_LEAST} characters.` : undefined
              }
            />
            {backup === 'to-read-back' ? (
              <FileField label={t`File of the seal`} onRead={setFile} />
            ) : null}
            <Button type="submit" className="btn">
              {backup === 'to-save' ? (
                <Trans>Save the seal to a file</Trans>
              ) : (
                <Trans>Read the file back</Trans>
              )}
            </Button>
          </form>
        )}
      </div>
    </section>
  )
}
