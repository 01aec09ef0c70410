import { expect, test } from 'vitest'
import { Pulse, QUIET_IS_LOST_MS } from './pulse.ts'

function pulseOf(line: { transport: number }): [Pulse, (number | 'alive')[]] {
  const felt: (number | 'alive')[] = []
  const pulse = new Pulse({
    read: async () => line.transport,
    onQuiet: (sinceMs) => felt.push(sinceMs),
    onAlive: () => felt.push('alive'),
  })
  return [pulse, felt]
}

test('a line without a sign of life for four seconds is lost since its last one', async () => {
  const [pulse, felt] = pulseOf({ transport: 0 })

  await pulse.feel(10, 1000)
  for (let nowMs = 2000; nowMs <= 1000 + QUIET_IS_LOST_MS; nowMs += 1000)
    await pulse.feel(10, nowMs)

  expect(felt).toEqual(['alive', 1000])
})

test('where nobody sends frames, the tests of the transport are life enough', async () => {
  const line = { transport: 0 }
  const [pulse, felt] = pulseOf(line)

  for (let nowMs = 0; nowMs < 20_000; nowMs += 1000) {
    if (nowMs % 3000 === 0) line.transport++
    await pulse.feel(0, nowMs)
  }

  expect(new Set(felt)).toEqual(new Set(['alive']))
})

test('a connection that nothing came over yet is not lost', async () => {
  const [pulse, felt] = pulseOf({ transport: 0 })

  pulse.renew()
  await pulse.feel(0, 60_000)

  expect(felt).toEqual([])
})
