import { createServer } from 'node:net'
import { Failure } from '../setup/failure.mjs'

const DEFAULT_PORT = 8080
const LAST_PORT = 65_535

/** Reads the port that the environment asks for. */
export function readPort() {
  const text = process.env['PARLEY_PORT'] ?? String(DEFAULT_PORT)
  const port = /^\d+$/.test(text) ? Number(text) : Infinity
  if (port > LAST_PORT) throw new Failure(`PARLEY_PORT is to be a number from 0 to ${LAST_PORT}.`)
  return port
}

/**
 * Says early, and in one sentence, that something else listens there.
 * @param {number} port
 * @param {string} [host]
 */
export async function refuseTakenPort(port, host = process.env['PARLEY_HOST'] ?? '127.0.0.1') {
  const probe = createServer()
  const taken = await new Promise((resolve) => {
    probe.once('error', (error) => resolve('code' in error && error.code === 'EADDRINUSE'))
    probe.listen(port, host, () => resolve(false))
  })
  await new Promise((resolve) => probe.close(resolve))
  if (!taken) return
  throw new Failure(
    `Port ${port} is taken: stop what uses it, or choose another: PARLEY_PORT=${port + 1} npm start`,
  )
}
