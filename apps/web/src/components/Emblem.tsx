import { emblem, type Shape } from '@parley/seal'
import type { ReactNode } from 'react'

/** A seal as a drawing. It helps to recognise and proves nothing, so a screen reader passes it over. */
export function Emblem({
  hex,
  size = 'medium',
}: {
  hex: string
  size?: 'small' | 'medium' | 'large' | 'huge'
}): ReactNode {
  const { ring, heart, heartScale } = emblem(hex, size === 'small' ? 'small' : 'full')
  return (
    <svg className={`seal ${SIZES[size]}`} viewBox="0 0 100 100" aria-hidden="true">
      {ring.map(draw)}
      <g transform={`translate(50 50) scale(${heartScale}) translate(-50 -50)`}>
        {heart.map(draw)}
      </g>
    </svg>
  )
}

const SIZES = { small: 'seal--s', medium: '', large: 'seal--l', huge: 'seal--xl' } as const

function draw(shape: Shape): ReactNode {
  const { turn, width } = shape
  const paint = width
    ? { fill: 'none', stroke: 'currentColor', strokeWidth: width }
    : { fill: 'currentColor', fillRule: 'evenodd' as const }
  const placed = { ...paint, transform: turn ? `rotate(${turn} 50 50)` : undefined }
  const key = JSON.stringify(shape)
  return shape.is === 'circle' ? (
    <circle key={key} cx={shape.cx} cy={shape.cy} r={shape.r} {...placed} />
  ) : (
    <path key={key} d={shape.d} {...placed} />
  )
}
