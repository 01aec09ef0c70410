import { Trans } from '@lingui/react/macro'
import { FileCheck } from 'lucide-react'
import { useId, useState, type DragEvent, type ReactNode } from 'react'
import type { VerifyEvent } from '../../model/verify/verifyView.ts'

/** Where files are chosen, or let fall. */
export function DropPlace({ send }: { send: (event: VerifyEvent) => void }): ReactNode {
  const id = useId()
  const [isOver, setIsOver] = useState(false)
  const choose = (files: FileList | null) => {
    if (files && files.length > 0) send({ type: 'files-chosen', files: [...files] })
  }
  const over = (event: DragEvent, isIn: boolean) => {
    event.preventDefault()
    setIsOver(isIn)
  }
  return (
    <div
      className="drop"
      data-over={isOver}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={(event) => {
        over(event, false)
        choose(event.dataTransfer.files)
      }}
    >
      <FileCheck className="icon" aria-hidden="true" />
      <p id={id}>
        <Trans>Several files at once: a clip beside its statement. They can be dropped here.</Trans>
      </p>
      <label className="btn btn--primary btn--large">
        <Trans>Choose files</Trans>
        <input
          className="sr"
          type="file"
          multiple
          aria-describedby={id}
          onChange={({ target }) => {
            choose(target.files)
            target.value = ''
          }}
        />
      </label>
    </div>
  )
}
