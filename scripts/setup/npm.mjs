import { realpathSync } from 'node:fs'
import { Failure } from './failure.mjs'
import { findOnPath } from './find.mjs'

/**
 * The script of the npm in use: the one that runs us, else the one on the path.
 * @returns {string}
 */
export function npmCli() {
  const running = process.env['npm_execpath']
  if (running !== undefined && running.endsWith('.js')) return running
  const found = findOnPath(['npm'])
  if (found !== undefined) return realpathSync(found)
  throw new Failure('npm is not on your path: install it together with Node.')
}
