/**
 * Larger: a thin line is flooded in the first second. Smaller: the first seconds are a 320 by 180 blur.
 * In kbit/s.
 */
const START_BITRATE = 1500

/**
 * What the media server's answer asks of our encoders: pictures start at a good rate, and sound has
 * a constant one, so that the size of its frames says nothing about what is spoken.
 */
export function tuneAnswer(description: RTCSessionDescriptionInit): RTCSessionDescriptionInit {
  if (description.type !== 'answer' || !description.sdp) return description
  const lines = description.sdp.split('\r\n')
  const parameters = new Map<string, string>()
  for (const line of lines) {
    const [, payload = '', codec = ''] = /^a=rtpmap:(\d+) (\w+)\//.exec(line) ?? []
    if (/^opus$/i.test(codec)) parameters.set(payload, 'cbr=1')
    if (/^vp[89]$/i.test(codec)) parameters.set(payload, `x-google-start-bitrate=${START_BITRATE}`)
  }
  return {
    type: 'answer',
    sdp: lines.flatMap((line) => tuneLine(line, lines, parameters)).join('\r\n'),
  }
}

/** Adds to the parameters of a codec, or gives it some where it has none. */
function tuneLine(
  line: string,
  lines: readonly string[],
  parameters: ReadonlyMap<string, string>,
): readonly string[] {
  const [, kind, payload = ''] = /^a=(rtpmap|fmtp):(\d+) /.exec(line) ?? []
  const wanted = parameters.get(payload)
  if (!kind || !wanted || line.includes(wanted.split('=')[0] ?? '')) return [line]
  if (kind === 'fmtp') return [`${line};${wanted}`]
  const hasOwn = lines.some((other) => other.startsWith(`a=fmtp:${payload} `))
  return hasOwn ? [line] : [line, `a=fmtp:${payload} ${wanted}`]
}
