import { useLingui } from '@lingui/react/macro'
import type { ClipFileType } from '@parley/release'
import type { ReactNode } from 'react'
import { tongue } from '../../../language/tongues.ts'

/** Plays a clip's own files: the MP4, or the WebM where a browser cannot play that. */
export function Player({
  urls,
  title,
  language,
}: {
  urls: Partial<Record<ClipFileType, string>>
  title: string
  language: string
}): ReactNode {
  const { t } = useLingui()
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- there are captions where somebody wrote some
    <video
      className="player"
      controls
      playsInline
      preload="metadata"
      poster={urls['image/jpeg']}
      aria-label={t`Clip: ${title}`}
    >
      {(['video/mp4', 'video/webm'] as const).map((type) =>
        urls[type] ? <source key={type} src={urls[type]} type={type} /> : null,
      )}
      {urls['text/vtt'] ? (
        <track
          default
          kind="captions"
          src={urls['text/vtt']}
          srcLang={language}
          label={tongue(language)}
        />
      ) : null}
    </video>
  )
}
