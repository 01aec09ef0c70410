import type { KnownWording, RecordNow } from '@parley/client'
import type { SideId } from '@parley/protocol'
import { recordStory } from '@parley/release'
import type { RecordView, Signing, WordingView } from './recordView.ts'
import { tellingsOf } from './tellings.ts'

/** What the tab shows of it. */
export function recordViewOf(
  { isCaughtUp, papers, entries, wording }: RecordNow,
  { own, trouble }: Pick<RecordView, 'own' | 'trouble'>,
): RecordView {
  const story = papers && recordStory(entries, papers)
  return {
    isRead: isCaughtUp,
    own,
    story,
    told: story ? tellingsOf(story) : [],
    parts: story?.parts ?? [],
    gaps: story?.gaps ?? [],
    wording: wording && wordingView(wording),
    signing: signingOf(wording, { own, isThere: isCaughtUp && entries.length > 0 }),
    trouble,
  }
}

function wordingView({ hash, isAgreed, payload, said, beside }: KnownWording): WordingView {
  const { version, file, entries, from, to } = payload
  return { hash, isAgreed, version, file, entries, from, to, said, beside }
}

function signingOf(
  wording: KnownWording | undefined,
  { own, isThere }: { own: SideId; isThere: boolean },
): Signing {
  if (!wording) return isThere ? 'may-sign' : 'nothing'
  if (wording.isAgreed) return 'agreed'
  const said = wording.said.find(({ side }) => side === own)?.is
  if (said === 'signed') return 'signed'
  if (said === 'refused') return 'refused'
  if (said === 'signed-other') return 'differs'
  return wording.file ? 'may-sign-same' : 'differs'
}
