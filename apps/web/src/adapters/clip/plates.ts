/** Whose name stands under a picture. */
export type PlateWords = { readonly name: string; readonly office: string; readonly side: string }

/** The plate of a name, in pixels of a clip. */
const NAME = { font: '500 40px Newsreader, "Noto Naskh Arabic", Georgia, serif', line: 48 }
const OFFICE = {
  font: '400 22px "Public Sans", "Noto Sans Arabic", system-ui, sans-serif',
  line: 30,
}
const PADDING = { inline: 24, block: 14 }
/** A rule of the side's colour, at the side where the name begins. */
const RULE = 6
/** `--plate`, `--on-plate` and `--on-plate-2` of the house's colours, which are the same in both themes. */
const COLOURS = { paper: '#f7f8f4', ink: '#15202b', second: '#3a4753' }

/**
 * A plate with somebody's name, office and side, in the letters of this page, no wider than that. `colour` is the
 * side's. It is drawn here and not in a worker, since a page has the letters.
 */
export async function drawPlate(
  { name, office, side }: PlateWords,
  { colour, widest }: { colour: string; widest: number },
): Promise<ImageBitmap> {
  const below = [office, side].filter((words) => words !== '').join(', ')
  await Promise.all([document.fonts.load(NAME.font, name), document.fonts.load(OFFICE.font, below)])
  const room = widest - 2 * PADDING.inline - RULE
  const inside = Math.min(room, Math.max(widthOf(name, NAME.font), widthOf(below, OFFICE.font)))
  const width = Math.ceil(inside) + 2 * PADDING.inline + RULE
  const height = NAME.line + (below ? OFFICE.line : 0) + 2 * PADDING.block
  const context = contextOf(width, height)
  const isRight = beginsRight(name)
  context.fillStyle = COLOURS.paper
  context.fillRect(0, 0, width, height)
  context.fillStyle = colour
  context.fillRect(isRight ? width - RULE : 0, 0, RULE, height)
  context.direction = isRight ? 'rtl' : 'ltr'
  context.textAlign = 'start'
  context.textBaseline = 'middle'
  const from = RULE + PADDING.inline
  const x = isRight ? width - from : from
  write(context, {
    words: name,
    ...NAME,
    colour: COLOURS.ink,
    x,
    y: PADDING.block + NAME.line / 2,
    inside,
  })
  const y = PADDING.block + NAME.line + OFFICE.line / 2
  write(context, { words: below, ...OFFICE, colour: COLOURS.second, x, y, inside })
  return createImageBitmap(context.canvas)
}

type Written = { words: string; font: string; colour: string; x: number; y: number; inside: number }

function write(
  context: OffscreenCanvasRenderingContext2D,
  { words, font, colour, x, y, inside }: Written,
): void {
  context.font = font
  context.fillStyle = colour
  context.fillText(words, x, y, inside)
}

function widthOf(words: string, font: string): number {
  const context = contextOf(1, 1)
  context.font = font
  return context.measureText(words).width
}

function contextOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d')
  if (!context) throw new Error('A canvas has a context')
  return context
}

/** Whether the first letter that has a direction is of Hebrew, Arabic or another script that is read from the right. */
function beginsRight(text: string): boolean {
  const first = /[\p{L}]/u.exec(text)?.[0] ?? ''
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(
    first,
  )
}
