import { notProven, type NotProven, type ProvenPublication, type Verdict } from '../verdict.ts'

/**
 * The verdict on a publication, held to others that came with it: what the same seals published later is told, and so
 * is another text under the same version. By other seals anybody can make another.
 */
export function besideOthers(
  verdict: ProvenPublication,
  all: readonly (Verdict | undefined)[],
): ProvenPublication | NotProven {
  const others = all.filter((other) => isOfTheSame(other, verdict))
  const newest = verdict.versions.at(-1)?.version ?? 0
  for (const { version, hash } of verdict.versions) {
    const isOther = others.some(({ versions }) =>
      versions.some((one) => one.version === version && one.hash !== hash),
    )
    if (isOther) return notProven('two-wordings', { item: verdict.item, version })
  }
  const isOlder = others.some(({ versions }) => versions.some(({ version }) => version > newest))
  return isOlder ? { ...verdict, unproven: [...verdict.unproven, 'newer-beside'] } : verdict
}

function isOfTheSame(
  other: Verdict | undefined,
  { item, call, signers }: ProvenPublication,
): other is ProvenPublication {
  if (other?.is !== 'proven' || other.of !== 'publication') return false
  return other.item === item && other.call === call && sealsOf(other) === sealsOf({ signers })
}

function sealsOf({ signers }: Pick<ProvenPublication, 'signers'>): string {
  const seals = signers.map(({ side, seal }) => `${side} ${seal}`)
  return seals.toSorted().join(', ')
}
