import { Trans } from '@lingui/react/macro'
import { useEffect, useState, type ReactNode } from 'react'
import type { ClipsModel } from '../../../model/release/clips/clipsModel.ts'
import type { OpenClips } from '../../../model/release/clips/openClips.ts'
import { ClipsPane } from './ClipsPane.tsx'

/** The tab of clips, from when it is opened first. */
export function ClipsTab({ open }: { open: OpenClips }): ReactNode {
  const [model, setModel] = useState<ClipsModel>()
  useEffect(() => {
    let isShown = true
    const show = async () => {
      const opened = await open()
      if (isShown) setModel(opened)
    }
    void show()
    return () => {
      isShown = false
    }
  }, [open])
  if (model) return <ClipsPane model={model} />
  return (
    <p className="muted" role="status">
      <Trans>The clips are being opened.</Trans>
    </p>
  )
}
