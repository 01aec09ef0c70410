import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's own folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** What is fetched or built once and can be removed at any time. */
export const cache = join(root, '.cache')
