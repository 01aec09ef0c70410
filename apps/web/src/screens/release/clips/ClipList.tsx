import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { TabList } from '../../../components/Tabs.tsx'
import type { ClipCard } from '../../../model/release/clips/clipsView.ts'

/** The clips of the call by their numbers, where there are several. */
export function ClipList({
  clips,
  shown,
  onShow,
}: {
  clips: readonly ClipCard[]
  shown: number | undefined
  onShow: (n: number) => void
}): ReactNode {
  const { t } = useLingui()
  if (clips.length < 2 || shown === undefined) return null
  return (
    <TabList
      name="clips"
      label={t`Clips of this call`}
      chosen={String(shown)}
      onChoose={(key) => onShow(Number(key))}
      tabs={clips.map(({ n, title }) => ({
        key: String(n),
        words: (
          <Trans>
            Clip {n}: {title}
          </Trans>
        ),
      }))}
    />
  )
}
