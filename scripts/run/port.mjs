import { createServer } from 'node:net'
import { Failure } from '../setup/failure.mjs'

/**
 * Says early, and in one sentence, that something else listens there.
 * @param {number} port
 */
export async function refuseTakenPort(port) {
  const probe = createServer()
  const taken = await new Promise((resolve) => {
    probe.once('error', (error) => resolve('code' in error && error.code === 'EADDRINUSE'))
    probe.listen(port, () => resolve(false))
  })
  await new Promise((resolve) => probe.close(resolve))
  if (!taken) return
  throw new Failure(
    `Port ${port} is taken: stop what uses it, or choose another: PARLEY_PORT=${port + 1} npm start`,
  )
}
