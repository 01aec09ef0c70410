/** How sound and picture travel to the media server. */
export type MediaRoute = {
  transport: 'udp' | 'tcp'
  /** Over a server in between, where the network lets nothing through. */
  isRelayed: boolean
  /** There and back, as the browser's own tests of the way measured it; undefined before the first. */
  roundTripMs: number | undefined
}

/** What is read of an entry of a connection's statistics. */
export type StatsEntry = {
  id: string
  type: string
  selectedCandidatePairId?: string
  localCandidateId?: string
  state?: string
  nominated?: boolean
  currentRoundTripTime?: number
  candidateType?: string
  protocol?: string
  relayProtocol?: string
}

/** The way a connection uses now, from its statistics; undefined while it has none. */
export function routeOf(stats: readonly StatsEntry[]): MediaRoute | undefined {
  const pair = usedPair(stats)
  const local = pair && stats.find(({ id }) => id === pair.localCandidateId)
  if (!local) return undefined
  const isRelayed = local.candidateType === 'relay'
  // To a relay it may go otherwise than from there on.
  const protocol = isRelayed ? (local.relayProtocol ?? local.protocol) : local.protocol
  const seconds = pair.currentRoundTripTime
  return {
    transport: protocol === 'udp' ? 'udp' : 'tcp',
    isRelayed,
    roundTripMs: seconds === undefined ? undefined : seconds * 1000,
  }
}

/** Named by the transport in most browsers, marked on the pair in others. */
function usedPair(stats: readonly StatsEntry[]): StatsEntry | undefined {
  const pairs = stats.filter(({ type }) => type === 'candidate-pair')
  const transport = stats.find(({ type }) => type === 'transport')
  const named = pairs.find(({ id }) => id === transport?.selectedCandidatePairId)
  return named ?? pairs.find(({ nominated, state }) => nominated && state === 'succeeded')
}
