import { expect, test } from '@playwright/test'
import { peopleHeardIn } from './media/hear.ts'
import { launchFor } from './media/launch.ts'
import { peopleSeenMoving, stampsSeen } from './media/see.ts'

test('a fake camera and microphone are recognised in a page by stamp and tone', async () => {
  const browser = await launchFor(2)
  const page = await browser.newPage()
  await page.route('http://localhost/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<video autoplay playsinline></video>' }),
  )
  await page.goto('http://localhost/')
  await page.evaluate(async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ video: true, audio: true })
    const video = document.querySelector('video')
    if (video) video.srcObject = stream
  })

  await expect.poll(() => stampsSeen(page)).toEqual([{ person: 2, frame: expect.any(Number) }])
  await expect.poll(() => peopleSeenMoving(page)).toEqual([2])
  await expect.poll(() => peopleHeardIn(page, [0, 1, 2, 3])).toEqual([2])

  await browser.close()
})
