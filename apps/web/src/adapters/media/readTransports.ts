/** Bytes, and answers to the browser's own tests, that came in over connections which stand. */
export async function readTransports(connections: Iterable<RTCPeerConnection>): Promise<number> {
  let sum = 0
  for (const connection of connections) {
    const stats = await connection.getStats()
    stats.forEach((entry: RTCStats & Partial<RTCIceCandidatePairStats>) => {
      if (entry.type !== 'candidate-pair') return
      sum += (entry.bytesReceived ?? 0) + (entry.responsesReceived ?? 0)
    })
  }
  return sum
}
