import { Trans, useLingui } from '@lingui/react/macro'
import { FilePenLine, Link, Stamp } from 'lucide-react'
import { useState, type FormEvent, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Brand } from '../../components/Brand.tsx'
import { Field } from '../../components/Field.tsx'
import { PageSwitches } from '../../components/PageSwitches.tsx'
import { fragmentOf } from '../../model/page.ts'
import type { PageEvent, Screen } from '../../model/screen.ts'
import { CannotSit } from './CannotSit.tsx'
import { Foot } from './Foot.tsx'
import { SealedPath } from './SealedPath.tsx'
import './start.css'

/** The first page: open a link, or plan a call. */
export function Start({
  shown: { isBadLink, desks, canSit, server },
  send,
}: {
  shown: Extract<Screen, { is: 'start' }>
  send: (event: PageEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const [pasted, setPasted] = useState('')
  const [isWrong, setIsWrong] = useState(isBadLink)

  function open(event: FormEvent): void {
    event.preventDefault()
    const fragment = fragmentOf(pasted)
    if (fragment) send({ type: 'link-pasted', fragment })
    else setIsWrong(true)
  }

  return (
    <>
      <header className="top">
        <Brand />
        <PageSwitches />
      </header>
      <main className="start">
        <div>
          <h1>{server.name ? <bdi>{server.name}</bdi> : <Trans>Talks between sides</Trans>}</h1>
          <p className="lead">
            <Trans>
              This server carries talks between sides that need not trust each other, or it. Picture
              and sound are encrypted on each side’s own devices; the server passes them on and
              cannot see or hear them.
            </Trans>
          </p>
          {canSit ? null : <CannotSit />}
          <SealedPath />
        </div>
        <div className="panel">
          <section className="way" aria-labelledby="way-link">
            <h2 id="way-link">
              <Link className="icon" aria-hidden="true" />
              <Trans>Open my link</Trans>
            </h2>
            <p className="muted">
              <Trans>
                You were given a seat. Your own desk sent you a personal link; it works on one
                device.
              </Trans>
            </p>
            <form className="stack" onSubmit={open}>
              <Field
                code
                label={t`Personal link`}
                value={pasted}
                onChange={(text) => {
                  setPasted(text)
                  setIsWrong(false)
                }}
                error={
                  isWrong
                    ? t`This is not a whole link of Parley. Copy it again, to its very end.`
                    : undefined
                }
              />
              <Button type="submit" className="btn btn--primary btn--large btn--wide">
                <Trans>Open my link</Trans>
              </Button>
            </form>
          </section>
          <section className="way" aria-labelledby="way-plan">
            <h2 id="way-plan">
              <FilePenLine className="icon" aria-hidden="true" />
              <Trans>Plan a call</Trans>
            </h2>
            <p className="muted">
              <Trans>
                For the desk of a side. You agree the agenda, the languages and the seats with the
                other desk, and both sign.
              </Trans>
            </p>
            <Button
              className="btn btn--large btn--wide"
              onPress={() => send({ type: 'plan-pressed' })}
            >
              <Trans>Plan a call</Trans>
            </Button>
          </section>
          {desks.length > 0 ? (
            <section className="way" aria-labelledby="way-desks">
              <h2 id="way-desks">
                <Stamp className="icon" aria-hidden="true" />
                <Trans>Desks in this browser</Trans>
              </h2>
              <ul className="stack">
                {desks.map(({ fragment, title, sideName }) => (
                  <li key={fragment}>
                    <a className="btn btn--wide" href={fragment}>
                      <Trans>
                        {title}, desk of {sideName}
                      </Trans>
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </div>
      </main>
      <Foot host={server.host} />
    </>
  )
}
