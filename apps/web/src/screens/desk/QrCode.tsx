import { correction, generate } from 'lean-qr'
import { toSvgPath } from 'lean-qr/extras/svg'
import { useMemo, type ReactNode } from 'react'

/** In modules, as ISO 18004 asks for: with less white around it, a camera does not find it. */
const QUIET_ZONE = 4

/** A text for a camera to read. A sixth of it may be creased or worn away. */
export function QrCode({ text, className }: { text: string; className: string }): ReactNode {
  const { size, path } = useMemo(() => {
    const code = generate(text, { minCorrectionLevel: correction.M })
    return { size: code.size + 2 * QUIET_ZONE, path: toSvgPath(code) }
  }, [text])
  return (
    <svg
      className={className}
      viewBox={`${-QUIET_ZONE} ${-QUIET_ZONE} ${size} ${size}`}
      shapeRendering="crispEdges"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  )
}
