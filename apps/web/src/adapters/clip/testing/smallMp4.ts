import {
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
} from 'mediabunny'

/** An MP4 as mediabunny writes it, what is told to a player last or first. Nobody can play what is in it. */
export async function smallMp4(
  isPlayerFirst: boolean,
  packets: readonly Uint8Array[] = Array.from({ length: 40 }, (_, n) =>
    new Uint8Array(50 + n).fill(n + 1),
  ),
): Promise<Uint8Array<ArrayBuffer>> {
  const target = new BufferTarget()
  const fastStart = isPlayerFirst ? 'in-memory' : false
  const output = new Output({ format: new Mp4OutputFormat({ fastStart }), target })
  const source = new EncodedVideoPacketSource('vp9')
  output.addVideoTrack(source, { frameRate: 25 })
  await output.start()
  const decoderConfig = { codec: 'vp09.00.10.08', codedWidth: 640, codedHeight: 360 }
  for (const [n, data] of packets.entries()) {
    const type = n % 10 === 0 ? 'key' : 'delta'
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await source.add(new EncodedPacket(data, type, n / 25, 1 / 25), { decoderConfig })
  }
  await output.finalize()
  return new Uint8Array(target.buffer ?? new ArrayBuffer())
}
