/** How loud the loudest may get. Larger: a dropped microphone hurts. Smaller: a lively speaker sounds flat. */
const LIMIT_DBFS = -12

/** Web Audio, section 1.19: the full range gain to the power of 0.6, here of 12 dB by 20 to 1. */
const FULL_RANGE_DB = LIMIT_DBFS - LIMIT_DBFS / 20
const MADE_UP = 10 ** ((-FULL_RANGE_DB * 0.6) / 20)

/**
 * Nothing louder than that comes out but the first milliseconds of a stroke; what is quieter comes out as it
 * came in. A browser's compressor makes up for what it takes: the gain behind it undoes that.
 */
export function limiter(context: BaseAudioContext): { input: AudioNode; output: AudioNode } {
  const compressor = new DynamicsCompressorNode(context, {
    threshold: LIMIT_DBFS,
    knee: 0,
    ratio: 20,
    attack: 0.001,
    release: 0.1,
  })
  const undone = new GainNode(context, { gain: 1 / MADE_UP })
  compressor.connect(undone)
  return { input: compressor, output: undone }
}
