/**
 * The media server names the layers of a picture as if all were wanted, and a browser switches each on that an
 * answer does not call paused (RFC 8853, section 5.1): whoever came or went had all made again. So those that are
 * off are called paused in the answer. `offBy`: their names, by the `mid` of what is sent.
 */
export function keepPaused(
  description: RTCSessionDescriptionInit,
  offBy: ReadonlyMap<string, ReadonlySet<string>>,
): RTCSessionDescriptionInit {
  if (description.type !== 'answer' || !description.sdp) return description
  const sections = description.sdp.split(/^(?=m=)/m).map((section) => {
    const off = offBy.get(/^a=mid:(\S+)/m.exec(section)?.[1] ?? '')
    return off?.size
      ? section.replace(TAKEN, (_, before, layers) => before + paused(layers, off))
      : section
  })
  return { type: 'answer', sdp: sections.join('') }
}

const TAKEN = /^(a=simulcast:recv )(\S+)/m

function paused(layers: string, off: ReadonlySet<string>): string {
  return layers
    .split(';')
    .map((layer) => (off.has(layer) ? `~${layer}` : layer))
    .join(';')
}

/** The layers that each sender of a connection does not make, by its `mid`. */
export function layersOff(
  transceivers: readonly RTCRtpTransceiver[],
): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    transceivers.flatMap(({ mid, sender }) => {
      const off = sender.getParameters().encodings.filter(({ active }) => active === false)
      return mid === null ? [] : [[mid, new Set(off.flatMap(({ rid }) => rid ?? []))] as const]
    }),
  )
}
