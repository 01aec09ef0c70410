import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { TabList, TabPane } from '../../../components/Tabs.tsx'
import type { ClipCard } from '../../../model/release/clips/clipsView.ts'

/** The clip that is shown, under the numbers of all where there are several. */
export function ClipList({
  clips,
  shown,
  onShow,
  children,
}: {
  clips: readonly ClipCard[]
  shown: number
  onShow: (n: number) => void
  children: ReactNode
}): ReactNode {
  const { t } = useLingui()
  if (clips.length < 2) return children
  return (
    <>
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
      <TabPane name="clips" of={String(shown)}>
        {children}
      </TabPane>
    </>
  )
}
