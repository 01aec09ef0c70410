import {
  recordStory,
  type HeldPart,
  type PersonInRecord,
  type RecordGap,
  type RecordStory,
  type RecordVerdict,
  type SideSaid,
  type Signer,
} from '@parley/release'
import { fingerprintOf } from '@parley/seal'
import { faultSentence } from './faultSentence.ts'
import { dayAt, timeAt } from './timeAt.ts'

/** Lines of one sort. Larger: the first are out of sight. Smaller: a delegation does not fit. */
const MOST_LINES = 60

const PROVEN =
  'Proven: the devices and desks named above signed all of this, in this order, and of what they signed nothing was changed, added or put elsewhere.'
const NOT_PROVEN =
  'Not proven: that a clock was right, that a device was where its people were, that nobody else heard, and what was said. Whose seals these are, only their codes tell: compare them with those that the sides give you.'

/** A verdict on a record in plain words, a line each. */
export async function sayRecord(file: string, verdict: RecordVerdict): Promise<string[]> {
  if (verdict.is === 'not-proven')
    return [
      `${file} is NOT a record as it was signed: ${faultSentence(verdict.fault)}`,
      'Rely on nothing in it.',
    ]
  const { record, sides, sealed } = verdict
  const story = recordStory(record.entries, record.papers)
  return [
    `${file} is a record as it was signed: ${story.entries} entries${rangeOf(story)}.`,
    `Of:           ${story.title}`,
    `Its SHA-256:  ${sealed.file}`,
    ...(await Promise.all(sides.map(sideSentence))),
    ...some(story.people.map((person) => personSentence(person, story))),
    ...some(story.parts.map((part) => partSentence(part, story))),
    ...some(verdict.gaps.map((gap) => gapSentence(gap, story))),
    PROVEN,
    NOT_PROVEN,
  ]
}

function rangeOf(story: RecordStory): string {
  const { from, to } = story
  if (from === undefined || to === undefined) return ''
  return `, from ${timeAt(from, story)} to ${timeAt(to, story)} on ${dayAt(from, story)}`
}

function partSentence(part: HeldPart, story: RecordStory): string {
  const { item, title, open, from, to } = part
  const until = to === undefined ? 'on' : `to ${timeAt(to, story)}`
  return `  part ${item}, ${title}, ${open ? 'open' : 'closed'}: from ${timeAt(from, story)} ${until}`
}

async function sideSentence({ name, seal, ...said }: SideSaid): Promise<string> {
  const { digits } = await fingerprintOf(seal)
  const by = `${name}, by the seal ${digits.join(' ')}`
  switch (said.is) {
    case 'signed':
      return `Signed:       ${by}`
    case 'refused':
      return `REFUSED:      ${by}${said.reason === '' ? '' : `, which says: ${said.reason}`}`
    case 'signed-other':
      return `NOT SIGNED:   ${by}, which has signed another record last`
    case 'missing':
      return `NOT SIGNED:   ${by}`
  }
}

function personSentence({ name, stays, side }: PersonInRecord, story: RecordStory): string {
  const of = story.sides.find((one) => one.side === side)?.name ?? ''
  const spans = stays.map(({ from, to, end, lastSaid }) => {
    const until = to === undefined ? `last heard of ${timeAt(lastSaid, story)}` : timeAt(to, story)
    return `${timeAt(from, story)} to ${until} (${END[end]})`
  })
  return `  ${name}, ${of}: ${spans.join('; ')}`
}

const END: Record<PersonInRecord['stays'][number]['end'], string> = {
  left: 'left',
  silent: 'taken out: not heard any more',
  withdrawn: 'taken out: withdrawn',
  expired: 'taken out: its pass was over',
  replaced: 'went on in another place',
  'not-agreed': 'taken out: not on the lists',
  'not-said': 'no word of leaving',
}

function gapSentence(gap: RecordGap, story: RecordStory): string {
  const who = signerName(gap.signer, story)
  switch (gap.is) {
    case 'missing':
      return gap.before - gap.after > 2
        ? `  it lacks the entries ${gap.after + 1} to ${gap.before - 1} of ${who}`
        : `  it lacks the entry ${gap.before - 1} of ${who}`
    case 'not-here':
      return `  it lacks an entry that ${who} had read before its own entry ${gap.n}`
    case 'forked':
      return `  ${who} signed two entries in the place of number ${gap.n}`
  }
}

function signerName(signer: Signer, { people, sides }: RecordStory): string {
  const side = sides.find((one) => one.side === signer.side)?.name ?? ''
  if (signer.is === 'desk') return `the desk of ${side}`
  const name = people.find(({ seat }) => seat === signer.seat)?.name ?? 'somebody'
  return `${name}, ${side}`
}

function some(lines: readonly string[]): string[] {
  const more = lines.length - MOST_LINES
  return more > 0 ? [...lines.slice(0, MOST_LINES), `  and ${more} more`] : [...lines]
}
