import { Trans } from '@lingui/react/macro'
import { useState, type ReactNode } from 'react'
import { Emblem } from '../../../components/Emblem.tsx'
import type { ClipCard, ClipSide, ClipsEvent } from '../../../model/release/clips/clipsView.ts'
import { NextDeed } from './NextDeed.tsx'
import { RefuseForm } from './RefuseForm.tsx'
import { useKeptPlace } from '../../../useKeptPlace.ts'

/** Who signed the cut, its code, and what is to be done next. */
export function ClipSignatures({
  clip,
  send,
}: {
  clip: ClipCard
  send: (event: ClipsEvent) => void
}): ReactNode {
  const [isRefusing, setIsRefusing] = useState(false)
  const place = useKeptPlace()
  return (
    <section className="panel" aria-labelledby="clip-signatures" {...place.section}>
      <div className="panel__head">
        <h2 id="clip-signatures" {...place.heading}>
          <Trans>Signatures</Trans>
        </h2>
      </div>
      <div className="panel__body stack">
        {clip.sides.map((side) => (
          <SignatureLine key={side.side} side={side} />
        ))}
        <div>
          <p className="caption">
            <Trans>Both sides sign this code of the cut (SHA-256)</Trans>
          </p>
          <p className="code hash">{clip.code.join(' ')}</p>
        </div>
        {isRefusing ? (
          <RefuseForm
            onCancel={() => setIsRefusing(false)}
            onRefuse={(reason) => {
              setIsRefusing(false)
              send({ type: 'clip-refused', n: clip.n, hash: clip.hash, reason })
            }}
          />
        ) : (
          <NextDeed clip={clip} send={send} onRefuse={() => setIsRefusing(true)} />
        )}
      </div>
    </section>
  )
}

function SignatureLine({ side }: { side: ClipSide }): ReactNode {
  const { name, order, seal, answer, reason } = side
  return (
    <div className={`sign side-${order} ${answer === 'signed' ? '' : 'sign--awaited'}`}>
      {seal ? <Emblem hex={seal.hex} /> : <span className="seal seal--none" />}
      <div className="sign__line">
        {answer === 'signed' ? <bdi>{name}</bdi> : null}
        {answer === 'awaited' ? <Trans>awaited</Trans> : null}
        {answer === 'refused' ? <Trans>refused</Trans> : null}
      </div>
      <p className="sign__under">
        {answer === 'signed' ? <Under side={side} /> : <Trans>for {name}</Trans>}
        {answer === 'refused' && reason ? (
          <>
            {': '}
            <bdi>{reason}</bdi>
          </>
        ) : null}
      </p>
    </div>
  )
}

function Under({ side: { name, manifest } }: { side: ClipSide }): ReactNode {
  if (manifest === 'there')
    return <Trans>signed by the seal of {name}, its manifest is in the file</Trans>
  return <Trans>signed by the seal of {name}</Trans>
}
