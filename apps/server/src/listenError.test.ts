import { expect, test } from 'vitest'
import { listenError } from './listenError.ts'
import { StartError } from './startError.ts'

const at = { host: '127.0.0.1', port: 80 }

test('a port that only root may use is told as that, and not as something of the data folder', () => {
  const error = Object.assign(new Error('listen EACCES'), { code: 'EACCES', syscall: 'listen' })

  expect(listenError(error, at)).toEqual(
    new StartError('Port 80 is not for this user: set PARLEY_PORT to one above 1023.'),
  )
})

test('an error that nobody foresaw keeps its stack', () => {
  const error = new Error('unforeseen')

  expect(listenError(error, at)).toBe(error)
})
