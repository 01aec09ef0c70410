import type { Hash } from '@parley/protocol'
import type { Embargo, JointLine, Prose, Translator } from '@parley/release'

type Texts = JointLine['texts']

/** What the officer did at the readouts. */
export type ReadoutsEvent =
  | { type: 'title-written' | 'byline-written' | 'correction-written'; text: string }
  | { type: 'body-written'; body: Prose }
  | { type: 'language-chosen'; language: string }
  | { type: 'embargo-set'; embargo: Embargo | null }
  /** Brings what is written to the server now. */
  | { type: 'save-pressed' }
  | { type: 'version-kept'; note: string }
  | { type: 'compared'; before: number | 'published'; after: number | 'now' }
  /** The text is again as it was then; as it is now is kept as a version first. */
  | { type: 'version-restored'; version: number }
  | { type: 'clash-settled'; id: string }
  | { type: 'comment-resolved' | 'comment-reopened'; id: string }
  | { type: 'approval-wanted'; isWanted: boolean }
  | { type: 'approval-asked' }
  | { type: 'line-proposed'; texts: Texts; n: number | undefined }
  | { type: 'line-accepted'; line: Hash }
  | { type: 'line-answered'; line: Hash; answer: 'declined' | 'taken-back'; reason: string }
  | { type: 'translation-added'; language: string }
  | { type: 'translation-removed'; language: string }
  | { type: 'translation-title-written'; language: string; text: string }
  | { type: 'translation-body-written'; language: string; body: Prose }
  | { type: 'translation-by'; language: string; by: Translator }
  | {
      type: 'translation-checked'
      language: string
      by: { name: string; office: string } | null
    }
  /** It says what the original says now. */
  | { type: 'translation-fits'; language: string }
  | { type: 'machine-asked'; language: string }
  | { type: 'signed' }
  /** Early: the server has it before the end of the embargo. */
  | { type: 'published'; how: 'by-hand' | 'early' }
  /** What proves what is published, and the joint lines in it, as files. */
  | { type: 'files-asked' }
  | { type: 'correction-begun' }
  /** The text is again as it is published. */
  | { type: 'correction-left' }
  | { type: 'own-card-asked' }
  | { type: 'ally-read'; file: string }
  | { type: 'ally-chosen'; seal: string }
  | { type: 'ally-left' }
  /** Its code was compared: the signed text is sealed to it. */
  | { type: 'shared' }
  | { type: 'shared-file-asked' }
  | { type: 'shared-opened'; file: string }
  | { type: 'shared-closed' }
  | { type: 'trouble-read' }
