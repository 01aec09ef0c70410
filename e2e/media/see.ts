import type { Page } from '@playwright/test'
import { readStamp, STAMP_COLUMNS, STAMP_ROWS, type Stamp } from './stamp.ts'

/** The stamps of all pictures that a page shows at this moment, also of its own camera. */
export async function stampsSeen(page: Page): Promise<Stamp[]> {
  const pictures = await page.evaluate(topsOfVideos, STAMP_ROWS / STAMP_COLUMNS)
  return pictures.flatMap((picture) => {
    const data = Uint8Array.fromBase64(picture.data)
    return readStamp({ ...picture, data }) ?? []
  })
}

/** Runs in the page: the top of each video as it came, whatever the page does to it in style. */
function topsOfVideos(share: number): { data: string; width: number; height: number }[] {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return []
  const playing = [...document.querySelectorAll('video')].filter(
    (video) => video.videoWidth > 0 && video.readyState >= video.HAVE_CURRENT_DATA,
  )
  return playing.map((video) => {
    const width = video.videoWidth
    const height = Math.ceil(width * share)
    canvas.width = width
    canvas.height = height
    context.drawImage(video, 0, 0, width, height, 0, 0, width, height)
    const { data } = context.getImageData(0, 0, width, height)
    return { data: new Uint8Array(data.buffer).toBase64(), width, height }
  })
}

/** Who is seen moving: whose picture is there twice, with another frame. */
export async function peopleSeenMoving(page: Page): Promise<number[]> {
  const before = await stampsSeen(page)
  await page.waitForFunction(someTimeLater, undefined, { timeout: 5_000 }).catch(() => undefined)
  const after = await stampsSeen(page)
  const moved = after.filter(({ person, frame }) =>
    before.some((earlier) => earlier.person === person && earlier.frame !== frame),
  )
  return [...new Set(moved.map(({ person }) => person))].toSorted((a, b) => a - b)
}

/** Runs in the page: resolves when a quarter of a second of pictures has been drawn. */
function someTimeLater(): Promise<boolean> {
  return new Promise((resolve) => {
    let left = 15
    const next = () => (left-- > 0 ? requestAnimationFrame(next) : resolve(true))
    next()
  })
}
