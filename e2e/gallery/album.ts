import { columnsFor, fileOf } from './columns.ts'

/** The screens that a run is asked for, and the pictures that it took of them. */
export class Album {
  readonly folder: string
  readonly #filters: readonly string[]
  readonly #taken = new Map<string, Set<string>>()
  readonly #failures: string[] = []

  constructor({ folder, filter }: { folder: string; filter: string }) {
    this.folder = folder
    this.#filters = filter
      .toLowerCase()
      .split(',')
      .map((part) => part.trim())
  }

  /** Those of the screens that were asked for; each has a row, with or without pictures. */
  open(screens: readonly string[]): readonly string[] {
    const asked = screens.filter((screen) =>
      this.#filters.some((part) => screen.toLowerCase().includes(part)),
    )
    for (const screen of asked) this.#taken.set(screen, new Set())
    return asked
  }

  isAskedFor(screen: string): boolean {
    return this.#taken.has(screen)
  }

  add(screen: string, file: string): void {
    this.#taken.get(screen)?.add(file)
  }

  /** Keeps what went wrong. */
  fail(what: string): void {
    this.#failures.push(what)
  }

  get failures(): readonly string[] {
    return this.#failures
  }

  get rows(): readonly Row[] {
    return [...this.#taken].map(([screen, taken]) => ({ screen, taken }))
  }

  /** The screens of which a picture is missing. */
  get notReached(): readonly string[] {
    return this.rows.filter(isMissing).map(({ screen }) => screen)
  }
}

/** A screen, and the files of its pictures. */
export type Row = { readonly screen: string; readonly taken: ReadonlySet<string> }

function isMissing({ screen, taken }: Row): boolean {
  return columnsFor(screen).some((column) => !taken.has(fileOf(screen, column)))
}
