import { Trans, useLingui } from '@lingui/react/macro'
import { Phone } from 'lucide-react'
import { useState, type FormEvent, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Field } from '../../components/Field.tsx'
import { Status } from '../../components/Status.tsx'
import type { DeskEvent, DeskTelephone } from '../../model/desk/deskView.ts'
import { readTelephone, telephoneDeed } from '../../model/desk/telephoneDraft.ts'

/** The number that one's own people are shown. It is signed with the list of seats. */
export function TelephoneForm({
  telephone: { number = '', is },
  send,
}: {
  telephone: DeskTelephone
  send: (event: DeskEvent) => void
}): ReactNode {
  const { t } = useLingui()
  /** Nothing while the field shows what is on the list. */
  const [written, setWritten] = useState<string>()
  const [isWrong, setIsWrong] = useState(false)
  const text = written ?? number
  const read = readTelephone(text)
  const deed = telephoneDeed(read, number)

  function submit(event: FormEvent): void {
    event.preventDefault()
    setIsWrong(read.is === 'wrong')
    if (read.is === 'wrong') return
    setWritten(undefined)
    const next = read.is === 'number' ? read.number : undefined
    if (deed !== 'none') send({ type: 'telephone-written', number: next })
  }

  return (
    <form
      className="panel__body stack telephone-form"
      onSubmit={submit}
      noValidate
      aria-label={t`Telephone of our desk`}
    >
      <Field
        code
        inputMode="tel"
        label={t`Telephone of our desk`}
        hint={t`Shown to your own people when the call cannot be trusted or the line is lost. The other side sees it too.`}
        value={text}
        onChange={setWritten}
        error={isWrong ? t`Write digits, with spaces, + ( ) - and . between them.` : undefined}
      />
      <div className="row row--wrap">
        {/* A button that is not disabled keeps the focus. */}
        <Button type="submit" className="btn" aria-disabled={deed === 'none'}>
          <Phone className="icon" aria-hidden="true" />
          <DeedWords deed={deed} isListed={number !== ''} />
        </Button>
        {is === 'agreed' ? null : (
          <Status kind="awaited">
            {is === 'unsigned' ? <Trans>Not signed yet</Trans> : <Trans>Not agreed yet</Trans>}
          </Status>
        )}
      </div>
    </form>
  )
}

function DeedWords({
  deed,
  isListed,
}: {
  deed: ReturnType<typeof telephoneDeed>
  isListed: boolean
}): ReactNode {
  if (deed === 'take-off') return <Trans>Take the telephone off the list</Trans>
  if (isListed) return <Trans>Change the telephone on the list</Trans>
  return <Trans>Put the telephone on the list</Trans>
}
