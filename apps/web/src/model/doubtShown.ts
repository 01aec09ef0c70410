import type { Doubt, DoubtsOf } from '@parley/call'

/** What a sentence says that it is of; a shared screen is a picture. */
export type DoubtShown = 'sound' | 'picture' | 'both'

/** What is to be said over the picture of somebody. That it is another's comes before that it is not known. */
export function doubtShown({ sound, picture }: DoubtsOf): `${DoubtShown}-${Doubt}` | undefined {
  if (sound && sound.is === picture?.is) return `both-${sound.is}`
  if (sound && picture) return sound.is === 'foreign' ? 'sound-foreign' : 'picture-foreign'
  if (sound) return `sound-${sound.is}`
  return picture && `picture-${picture.is}`
}
