import { chromium, type Browser } from '@playwright/test'
import { personMedia } from './make.ts'

/** A browser of one person's own, with that person's camera and microphone; its holder closes it. */
export async function launchFor(
  person: number,
  {
    proxy,
    microphone,
    hasLargeCamera = false,
  }: {
    proxy?: { server: string } | undefined
    /** What is played instead of that person's own microphone. */
    microphone?: string | undefined
    hasLargeCamera?: boolean
  } = {},
): Promise<Browser> {
  const { camera, microphone: own } = await personMedia(person, { hasLargeCamera })
  const executablePath = process.env['PARLEY_CHROMIUM']
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    ...(proxy ? { proxy } : {}),
    args: [
      '--headless=new',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${camera}`,
      `--use-file-for-fake-audio-capture=${microphone ?? own}`,
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
      '--disable-features=WebRtcHideLocalIpsWithMdns',
      '--disable-quic',
      '--disable-background-networking',
    ],
    ignoreDefaultArgs: ['--mute-audio'],
  })
}
