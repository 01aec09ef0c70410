import { Trans, useLingui } from '@lingui/react/macro'
import type { ReadonlySignal } from '@preact/signals-core'
import type { ReactNode } from 'react'
import type { Bar } from '../../../model/check/checkView.ts'
import { BANDS, HIGHEST_HZ, LOWEST_HZ } from '../../../model/check/soundBands.ts'
import { NEEDED_FROM_HZ, NEEDED_TO_HZ, type VoiceBand } from '../../../model/check/voiceBand.ts'
import { useMeasured } from '../../../useMeasured.ts'
import { useBandLabel } from './BandWords.tsx'
import { useFrequency } from './useFrequency.ts'

const WIDTH = 480
const BASE = 122
const TALLEST = 96
const STEP = WIDTH / BANDS
const VIEW_BOX = `0 -14 ${WIDTH} 160`

/** Ruled below, as it is on a studio's desk: a number without its unit is in hertz, as the first says. */
const HERTZ_MARKS = [NEEDED_FROM_HZ, 500] as const
const KILOHERTZ_MARKS = [2000, NEEDED_TO_HZ] as const

/** How strong the voice is from the lowest sound to the highest; ruled above, what interpreters need. */
export function Spectrum({
  bars,
  band,
  frame,
}: {
  bars: ReadonlySignal<readonly Bar[]>
  band: VoiceBand | undefined
  /** What was ruled before there was a voice. */
  frame: ReactNode
}): ReactNode {
  const [from, to] = [xOf(NEEDED_FROM_HZ), xOf(NEEDED_TO_HZ)]
  const { i18n } = useLingui()
  const frequency = useFrequency()
  const label = useBandLabel(band)
  return (
    <>
      <svg
        viewBox={VIEW_BOX}
        className="green__drawn check__spectrum"
        role="img"
        aria-label={label}
      >
        {frame}
        <text x={(from + to) / 2} y="-2" textAnchor="middle">
          <Trans>needed for interpreting</Trans>
        </text>
        <text x="0" y="142">
          {frequency(LOWEST_HZ)}
        </text>
        {HERTZ_MARKS.map((hz) => (
          <text key={hz} x={xOf(hz)} y="142" textAnchor="middle">
            {i18n.number(hz)}
          </text>
        ))}
        {KILOHERTZ_MARKS.map((hz) => (
          <text key={hz} x={xOf(hz)} y="142" textAnchor="middle">
            {frequency(hz)}
          </text>
        ))}
      </svg>
      <span className="check__bars" aria-hidden="true">
        <svg viewBox={VIEW_BOX} className="green__drawn">
          <Bars bars={bars} />
        </svg>
      </span>
    </>
  )
}

/** Apart, since it is drawn anew ten times a second: as two paths, which is cheap. */
function Bars({ bars }: { bars: ReadonlySignal<readonly Bar[]> }): ReactNode {
  const now = useMeasured(bars)
  return (
    <>
      <path d={pathOf(now, true)} className="check__voiced" />
      <path d={pathOf(now, false)} className="check__unvoiced" />
    </>
  )
}

function pathOf(bars: readonly Bar[], isVoice: boolean): string {
  return bars
    .map((bar, at) => {
      if (bar.isVoice !== isVoice) return ''
      const height = Math.max(2, bar.height * TALLEST)
      return `M${at * STEP + 1.5} ${BASE - 0.5}v-${height.toFixed(1)}h${STEP - 3}v${height.toFixed(1)}z`
    })
    .join('')
}

/** Where a frequency is drawn. */
export function xOf(hz: number): number {
  return Math.round((WIDTH * Math.log(hz / LOWEST_HZ)) / Math.log(HIGHEST_HZ / LOWEST_HZ))
}
