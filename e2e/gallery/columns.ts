/** Languages of the pictures: one read from each side. */
export const LANGUAGES = ['en', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]

/** How a screen is looked at. */
export type Column = {
  readonly size: Size
  readonly theme: 'light' | 'dark'
  readonly language: Language
}
type Size = { readonly width: number; readonly height: number }

const SCREENS: readonly Size[] = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]
const ON_A_WALL = { width: 1920, height: 1080 } as const
/** A4 between its margins, in the pixels of style sheets. */
const PAPER = { width: 673, height: 1002 } as const

/** Every way in which some screen is looked at. */
export const COLUMNS: readonly Column[] = [...SCREENS, ON_A_WALL, PAPER].flatMap((size) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    LANGUAGES.map((language) => ({ size, theme, language })),
  ),
)

/** Every way in which that screen is looked at: only a room display hangs on a wall, and what is printed is on paper only. */
export function columnsFor(screen: string): readonly Column[] {
  if (isPrinted(screen)) return COLUMNS.filter(({ size }) => size === PAPER)
  const sizes = screen.includes('room display') ? [...SCREENS, ON_A_WALL] : SCREENS
  return COLUMNS.filter(({ size }) => sizes.includes(size))
}

/** Whether it is looked at as a printer takes it. */
export function isPrinted(screen: string): boolean {
  return screen.startsWith('printed')
}

/** As in `1440x900-dark-ar`. */
export function nameOf({ size, theme, language }: Column): string {
  return `${size.width}x${size.height}-${theme}-${language}`
}

/** The picture's path within the folder of the gallery. */
export function fileOf(screen: string, column: Column): string {
  const name = screen.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  return `${nameOf(column)}/${name.replaceAll(/^-|-$/g, '')}.png`
}
