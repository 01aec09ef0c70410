import { Trans } from '@lingui/react/macro'
import { useEffect, useState, type ReactNode } from 'react'
import type { ReadoutsModel } from '../../../model/release/readouts/readoutsModel.ts'
import { useSignal } from '../../../useSignal.ts'
import { Readouts } from './Readouts.tsx'
import './readouts.css'

/** The tab of a desk in which its readout is written. It is opened when it is shown first. */
export function ReadoutsTab({ open }: { open: () => Promise<ReadoutsModel> }): ReactNode {
  const [model, setModel] = useState<ReadoutsModel>()
  useEffect(() => {
    let isGone = false
    const show = async () => {
      const opened = await open()
      if (!isGone) setModel(opened)
    }
    void show()
    return () => {
      isGone = true
    }
  }, [open])
  if (!model)
    return (
      <p className="muted" role="status">
        <Trans>Your readout is being opened.</Trans>
      </p>
    )
  return <Shown model={model} />
}

function Shown({ model }: { model: ReadoutsModel }): ReactNode {
  return (
    <Readouts
      view={useSignal(model.view)}
      here={useSignal(model.here)}
      send={(event) => void model.send(event)}
    />
  )
}
