import { emblem, type Shape } from '@parley/seal'
import { html, type Markup } from './markup.ts'

/** A seal as a drawing. It helps to recognise and proves nothing, so a screen reader passes it over. */
export function drawEmblem(hex: string, size: 'small' | 'medium'): Markup {
  const { ring, heart, heartScale } = emblem(hex, size === 'small' ? 'small' : 'full')
  return html`<svg
    class="seal${size === 'small' ? ' seal--s' : ''}"
    viewBox="0 0 100 100"
    aria-hidden="true"
  >
    ${ring.map(draw)}
    <g transform="translate(50 50) scale(${heartScale}) translate(-50 -50)">${heart.map(draw)}</g>
  </svg>`
}

function draw(shape: Shape): Markup {
  const { width, turn } = shape
  const paint = width
    ? html`fill="none" stroke="currentColor" stroke-width="${width}"`
    : html`fill="currentColor" fill-rule="evenodd"`
  const turned = turn ? html` transform="rotate(${turn} 50 50)"` : ''
  return shape.is === 'circle'
    ? html`<circle cx="${shape.cx}" cy="${shape.cy}" r="${shape.r}" ${paint}${turned} />`
    : html`<path d="${shape.d}" ${paint}${turned} />`
}
