import './client.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState, type ReactNode } from 'react'
import { readClientCode, type ClientCode } from '../../adapters/readClientCode.ts'

/** What is known of the code so far. */
type Shown = ClientCode | { is: 'reading' | 'unread' }

/** The code of the build that this page is of, and what it is worth. */
export function ClientCodeLine(): ReactNode {
  const [code, setCode] = useState<Shown>({ is: 'reading' })
  useEffect(() => {
    let isShown = true
    const show = (read: Shown) => isShown && setCode(read)
    readClientCode().then(show, () => show({ is: 'unread' }))
    return () => {
      isShown = false
    }
  }, [])
  return (
    <section className="clientcode small">
      <h3>
        <Trans>This page</Trans>
      </h3>
      <p>
        <Said code={code} />
      </p>
      <p className="muted">
        <Trans>
          A page can lie about itself. The check that counts is the command{' '}
          <code className="code">parley verify client</code>, run on another machine: it must give
          the same code.
        </Trans>
      </p>
    </section>
  )
}

function Said({ code }: { code: Shown }): ReactNode {
  const { t } = useLingui()
  switch (code.is) {
    case 'reading':
      return <Trans>The code is being read.</Trans>
    case 'unread':
      return <Trans>The code cannot be read now.</Trans>
    case 'another-build':
      return (
        <Trans>
          This page has loaded <bdi className="code">{code.file}</bdi>, which is not in the list
          that the server has now. Load the page again. If it says so again, ring your desk.
        </Trans>
      )
    case 'read':
      return (
        <span className="clientcode__digits code" role="group" aria-label={t`Code of this page`}>
          {code.digits.map((group, place) => (
            <span key={`${place} ${group}`}>{group} </span>
          ))}
        </span>
      )
  }
}
