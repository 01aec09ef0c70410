import { Trans, useLingui } from '@lingui/react/macro'
import type { ReadonlySignal } from '@preact/signals-core'
import { MicOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Banner } from '../../components/Banner.tsx'
import { Brand } from '../../components/Brand.tsx'
import { RefusalBanner } from '../../components/RefusalBanner.tsx'
import { Status } from '../../components/Status.tsx'
import { ToStart } from '../../components/ToStart.tsx'
import { PageSwitches } from '../../components/PageSwitches.tsx'
import { canAskAgain, type EnrolView } from '../../model/enrolView.ts'
import { useSignal } from '../../useSignal.ts'
import { Failed } from '../start/Failed.tsx'
import './enrol.css'

/** A device asks for its seat: six digits, and waiting for one's own desk. */
export function Enrol({
  view,
  isForAide,
  askAgain,
}: {
  view: ReadonlySignal<EnrolView>
  /** It is to be an aide’s console, with no camera and no microphone. */
  isForAide: boolean
  askAgain: () => void
}): ReactNode {
  const state = useSignal(view)
  if (state.phase === 'refused' && !canAskAgain(state)) return <Failed code={state.code} />
  return (
    <>
      <header className="top">
        <Brand />
        <PageSwitches />
      </header>
      <main className="enrol">
        <section className="panel enrol__card" aria-labelledby="enrol-title">
          <State state={state} isForAide={isForAide} askAgain={askAgain} />
          <p className="small muted">
            <MicOff className="icon" aria-hidden="true" />{' '}
            {isForAide ? (
              <Trans>This device sends neither picture nor sound.</Trans>
            ) : (
              <Trans>Your microphone and camera are off.</Trans>
            )}
          </p>
        </section>
        {state.phase === 'refused' || state.phase === 'wrong-desk' || isForAide ? null : (
          <WhatFollows />
        )}
      </main>
    </>
  )
}

function WhatFollows(): ReactNode {
  return (
    <ol className="after">
      <li>
        <b>
          <Trans>1. Your desk approves</Trans>
        </b>
        <Trans>The pass is signed for this device only.</Trans>
      </li>
      <li>
        <b>
          <Trans>2. You check picture and sound</Trans>
        </b>
        <Trans>It takes about two minutes.</Trans>
      </li>
      <li>
        <b>
          <Trans>3. You join with one click</Trans>
        </b>
        <Trans>From then on this device opens the call by itself.</Trans>
      </li>
    </ol>
  )
}

function Title({ isForAide }: { isForAide: boolean }): ReactNode {
  return (
    <h1 id="enrol-title">
      {isForAide ? <Trans>An aide’s console</Trans> : <Trans>Your seat</Trans>}
    </h1>
  )
}

/** Nothing to do but to wait. */
function Awaited({ isForAide, children }: { isForAide: boolean; children: ReactNode }): ReactNode {
  return (
    <>
      <Title isForAide={isForAide} />
      <p className="wait" role="status">
        <Status kind="awaited">{children}</Status>
      </p>
    </>
  )
}

function State({
  state,
  isForAide,
  askAgain,
}: {
  state: EnrolView
  isForAide: boolean
  askAgain: () => void
}): ReactNode {
  switch (state.phase) {
    case 'reaching':
      return (
        <Awaited isForAide={isForAide}>
          <Trans>Reaching the server.</Trans>
        </Awaited>
      )
    case 'unreached':
      return <Unreached isForAide={isForAide} isTrying={state.isTrying} tryNow={askAgain} />
    case 'asking':
      return (
        <Awaited isForAide={isForAide}>
          <Trans>Asking your desk. This takes a moment while its console is open.</Trans>
        </Awaited>
      )
    case 'code':
      return <Code code={state.code} />
    case 'away':
      return (
        <>
          <Title isForAide={isForAide} />
          <Banner kind="caution" title={<Trans>The server is not answering.</Trans>}>
            <Trans>This goes on by itself once it is back.</Trans>
          </Banner>
        </>
      )
    case 'granted':
      return (
        <>
          <h1 id="enrol-title">
            {isForAide ? (
              <Trans>This device is the aide’s console</Trans>
            ) : (
              <Trans>This device has the seat</Trans>
            )}
          </h1>
          <p role="status">
            {isForAide ? <Trans>The console opens.</Trans> : <Trans>The green room opens.</Trans>}
          </p>
        </>
      )
    case 'wrong-desk':
      return (
        <>
          <Title isForAide={isForAide} />
          <Banner kind="danger" title={<Trans>This is not your desk.</Trans>}>
            <Trans>
              Somebody answered who does not hold your side’s seal. Nothing was given to them. Ring
              your desk on a number you know.
            </Trans>
          </Banner>
          <ToStart />
        </>
      )
    case 'refused':
      return (
        <>
          <h1 id="enrol-title">
            <Trans>This seat was not given</Trans>
          </h1>
          <RefusalBanner code={state.code} />
          <Button className="btn btn--primary" onPress={askAgain}>
            <Trans>Ask again</Trans>
          </Button>
        </>
      )
  }
}

function Unreached({
  isForAide,
  isTrying,
  tryNow,
}: {
  isForAide: boolean
  isTrying: boolean
  tryNow: () => void
}): ReactNode {
  return (
    <>
      <Title isForAide={isForAide} />
      <Banner
        kind="caution"
        title={<Trans>The server is not answering.</Trans>}
        acts={
          // A button that is not disabled keeps the focus.
          <Button
            className="btn btn--primary"
            aria-disabled={isTrying}
            onPress={() => isTrying || tryNow()}
          >
            {isTrying ? <Trans>Trying</Trans> : <Trans>Try now</Trans>}
          </Button>
        }
      >
        <Trans>
          Nothing was asked yet, and your link is not used up. This page tries again by itself; you
          can also try now.
        </Trans>
      </Banner>
    </>
  )
}

/** Each digit by itself, in its order in every script. */
function Code({ code }: { code: string }): ReactNode {
  const { t } = useLingui()
  const digits = code.split('').map((digit, place) => ({ digit, place }))
  const spelled = `${code.slice(0, 3).split('').join(' ')}, ${code.slice(3).split('').join(' ')}`
  return (
    <>
      <h1 id="enrol-title">
        <Trans>Read this code to your desk</Trans>
      </h1>
      <p className="six" role="img" aria-label={t`Device code: ${spelled}`}>
        {digits.map(({ digit, place }) => (
          <b key={place}>{digit}</b>
        ))}
      </p>
      <p>
        <Trans>
          Your desk will ring you, or you ring it on a number you know. Read the six digits to your
          desk. Do not send them in a message.
        </Trans>
      </p>
      <p className="wait" role="status">
        <Status kind="awaited">
          <strong>
            <Trans>Waiting for your desk.</Trans>
          </strong>{' '}
          <Trans>Leave this page open.</Trans>
        </Status>
      </p>
    </>
  )
}
