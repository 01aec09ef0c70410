import { Trans, useLingui } from '@lingui/react/macro'
import { areDifferent } from '@parley/release'
import { useEffect, useEffectEvent, useId, useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Field } from '../../../components/Field.tsx'
import type { Compared } from '../../../model/release/readouts/readoutsView.ts'
import { Differences, TitleDifference } from './Differences.tsx'
import type { ReadoutsProps } from './parts.ts'
import { useVersionName } from './useVersionName.ts'

type Which = Compared['before' | 'after']

/** Keeps versions, and shows in what any two wordings differ. */
export function Changes({ view, here, send }: ReadoutsProps): ReactNode {
  const { versions, published, text } = view
  const { compared } = here
  const nameOf = useVersionName(view)
  const all: readonly Which[] = [
    'now',
    ...(published.length > 0 ? (['published'] as const) : []),
    ...versions.map(({ version }) => version),
  ]
  const [newest] = versions
  const version = newest?.version
  const show = useEffectEvent((before: number) => {
    if (!compared) send({ type: 'compared', before, after: 'now' })
  })
  useEffect(() => {
    if (version !== undefined) show(version)
  }, [version])
  const choose = (part: Partial<{ before: Which; after: Which }>) => {
    const { before, after } = {
      before: all[1] ?? 'now',
      after: 'now' as Which,
      ...compared,
      ...part,
    }
    if (before === 'now' || after === 'published') return
    send({ type: 'compared', before, after })
  }
  return (
    <div className="stack">
      <KeepVersion onKeep={(note) => send({ type: 'version-kept', note })} />
      {all.length < 2 ? (
        <p className="muted">
          <Trans>No version is kept yet. Keep one, and what changes after it is shown here.</Trans>
        </p>
      ) : (
        <>
          <div className="fields">
            <WhichField
              label={<Trans>From</Trans>}
              all={all.slice(1)}
              chosen={compared?.before ?? all[1] ?? 'now'}
              nameOf={nameOf}
              onChoose={(before) => choose({ before })}
            />
            <WhichField
              label={<Trans>To</Trans>}
              all={all.filter((one) => one !== 'published')}
              chosen={compared?.after ?? 'now'}
              nameOf={nameOf}
              onChoose={(after) => choose({ after })}
            />
          </div>
          {compared ? (
            <>
              <p className="small muted">
                <Trans>
                  <ins className="ins">Underlined</ins> was put in,{' '}
                  <del className="del">struck out</del> was taken out.
                </Trans>
              </p>
              <TitleDifference title={compared.title} />
              {areDifferent(compared.lines) ? null : (
                <p className="muted" role="status">
                  <Trans>The text is the same in both.</Trans>
                </p>
              )}
              <Differences lines={compared.lines} language={text.language} />
              {typeof compared.before === 'number' ? (
                <Restore version={compared.before} send={send} />
              ) : null}
            </>
          ) : null}
        </>
      )}
    </div>
  )
}

function KeepVersion({ onKeep }: { onKeep: (note: string) => void }): ReactNode {
  const { t } = useLingui()
  const [note, setNote] = useState('')
  return (
    <form
      className="keep"
      onSubmit={(event) => {
        event.preventDefault()
        onKeep(note)
        setNote('')
      }}
    >
      <Field
        label={t`Keep this version as (optional)`}
        value={note}
        maxLength={200}
        onChange={setNote}
      />
      <Button className="btn" type="submit">
        <Trans>Keep this version</Trans>
      </Button>
    </form>
  )
}

function WhichField({
  label,
  all,
  chosen,
  nameOf,
  onChoose,
}: {
  label: ReactNode
  all: readonly Which[]
  chosen: Which
  nameOf: (which: Which) => string
  onChoose: (which: Which) => void
}): ReactNode {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={String(chosen)}
        onChange={({ target }) =>
          onChoose(all.find((one) => String(one) === target.value) ?? chosen)
        }
      >
        {all.map((one) => (
          <option key={String(one)} value={String(one)} dir="auto">
            {nameOf(one)}
          </option>
        ))}
      </select>
    </div>
  )
}

function Restore({ version, send }: { version: number } & Pick<ReadoutsProps, 'send'>): ReactNode {
  return (
    <div className="row row--wrap">
      <Button className="btn" onPress={() => send({ type: 'version-restored', version })}>
        <Trans>Write on from version {version}</Trans>
      </Button>
      <span className="small muted">
        <Trans>The text as it is now is kept as a version first.</Trans>
      </span>
    </div>
  )
}
