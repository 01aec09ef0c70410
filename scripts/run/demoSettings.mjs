import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { root } from '../setup/paths.mjs'

/**
 * A demonstration keeps its calls apart from real ones, whatever database these are in, and makes its own key to plan
 * them with.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function demoSettings(env) {
  return {
    ...env,
    PARLEY_DEMO: 'yes',
    DATABASE_URL: undefined,
    PARLEY_DATA: join(env['PARLEY_DATA'] ?? join(root, '.data'), 'demo'),
    PARLEY_CREATE_TOKEN: env['PARLEY_CREATE_TOKEN'] ?? randomBytes(24).toString('base64url'),
  }
}
