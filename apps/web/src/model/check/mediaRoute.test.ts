import { expect, test } from 'vitest'
import { routeOf } from './mediaRoute.ts'

const transport = { id: 'T', type: 'transport', selectedCandidatePairId: 'used' }
const other = { ...pair('other', 'h2'), state: 'succeeded', nominated: false }

test('the way is the pair that the transport names', () => {
  const stats = [transport, other, pair('used', 'h1'), candidate('h1'), candidate('h2', 'tcp')]

  expect(routeOf(stats)).toEqual({ transport: 'udp', isRelayed: false, roundTripMs: 14 })
})

test('where no transport names one, it is the nominated pair that succeeded', () => {
  const stats = [other, pair('used', 'h1'), candidate('h1', 'tcp'), candidate('h2')]

  expect(routeOf(stats)?.transport).toBe('tcp')
})

test('a relay that is reached by TLS is a way by TCP', () => {
  const relay = { ...candidate('r'), candidateType: 'relay', relayProtocol: 'tls' }

  expect(routeOf([transport, pair('used', 'r'), relay])).toMatchObject({
    transport: 'tcp',
    isRelayed: true,
  })
})

test('a connection that is not there yet has no way', () => {
  expect(routeOf([{ id: 'T', type: 'transport' }])).toBeUndefined()
})

function pair(id: string, localCandidateId: string) {
  const state = { state: 'succeeded', nominated: true, currentRoundTripTime: 0.014 }
  return { id, type: 'candidate-pair', localCandidateId, ...state }
}

function candidate(id: string, protocol = 'udp') {
  return { id, type: 'local-candidate', candidateType: 'host', protocol }
}
