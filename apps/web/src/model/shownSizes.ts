import type { CallDeed } from './callEvent.ts'

type Shown = Extract<CallDeed, { type: 'picture-shown' }>

/** How large each picture is shown, over all places that show it: it is wanted for the largest. */
export class ShownSizes {
  readonly #places = new Map<string, Map<string, NonNullable<Shown['size']>>>()

  /** What is shown now that one place has said it. */
  largest({ leaf, number, size, by }: Shown): Shown['size'] {
    const key = `${leaf}/${number}`
    const places = this.#places.get(key) ?? new Map<string, NonNullable<Shown['size']>>()
    if (size) this.#places.set(key, places.set(by, size))
    else places.delete(by)
    return [...places.values()].toSorted((a, b) => b.width - a.width)[0]
  }
}
