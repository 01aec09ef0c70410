/** What a figure may come to at most, and where it can be too little, at least. */
type Bound = { of: RegExp; atMost?: number; atLeast?: number }

/** By the end of their names. Where one is not met, docs/performance.md says why. */
const BOUNDS: readonly Bound[] = [
  { of: /weight\.startCodeKiB$/, atMost: 150 },
  { of: /weight\.callCodeKiB$/, atMost: 365 },
  { of: /weight\.callTotalKiB$/, atMost: 560 },
  { of: /start\.linkMs$/, atMost: 3000 },
  { of: /start\.leftRunning$/, atMost: 0 },
  { of: /memory\.serverRestMiB$/, atMost: 110 },
  { of: /join\..*cold\.usableMs$/, atMost: 400 },
  { of: /join\..*firstPictureMs$/, atMost: 250 },
  { of: /join\..*firstSoundMs$/, atMost: 200 },
  { of: /join\..*seenByOthersMs$/, atMost: 400 },
  { of: /screens\.startUsableMs$/, atMost: 1000 },
  { of: /screens\.inpMs$/, atMost: 100 },
  { of: /screens\.layoutShift$/, atMost: 0 },
  { of: /delay\.glassToGlassMs$/, atMost: 31 },
  { of: /delay\.mouthToEarMs$/, atMost: 40 },
  { of: /delay\.addedByEncryptionMs$/, atMost: 5 },
  { of: /sound\.worstDb$/, atMost: 3 },
  { of: /sound\.lipSyncMs$/, atLeast: -125, atMost: 45 },
  { of: /sound\.sentKbits$/, atLeast: 64 },
  { of: /processor\.participantSecondsPerMinute$/, atMost: 25 },
  { of: /recover\.mediaServer\d+sMs$/, atMost: 4000 },
  { of: /recover\.network5sMs$/, atMost: 1000 },
  { of: /recover\.network20sMs$/, atMost: 2000 },
  { of: /restart\.unseenMs$/, atMost: 500 },
  { of: /restart\.joinMs$/, atMost: 3000 },
  { of: /rekey\.byMembers\.30\.removeMs$/, atMost: 1000 },
  { of: /rekey\.byMembers\.200\.removeMs$/, atMost: 2000 },
  { of: /rekey\.byMembers\.200\.joinMs$/, atMost: 1500 },
  { of: /release\.publicPageKiB$/, atMost: 20 },
  { of: /release\.publicPageTotalKiB$/, atMost: 280 },
  { of: /release\.publicPagePaintedMs$/, atMost: 200 },
  { of: /epoch\.framesLost$/, atMost: 0 },
]

/** The bound of a figure, as it is shown; nothing where it has none. */
export function boundOf(name: string): string | undefined {
  const found = BOUNDS.find(({ of }) => of.test(name))
  if (!found) return undefined
  const { atLeast, atMost } = found
  const [least, most] = [atLeast?.toString().replace('-', '−'), atMost?.toString()]
  if (least !== undefined && most !== undefined) return `${least} to ${most}`
  return least === undefined ? `≤ ${most}` : `≥ ${least}`
}

/** Whether a figure is over its bound, or below it. */
export function isOver(name: string, value: number): boolean {
  const { atLeast = -Infinity, atMost = Infinity } = BOUNDS.find(({ of }) => of.test(name)) ?? {}
  return value > atMost || value < atLeast
}
