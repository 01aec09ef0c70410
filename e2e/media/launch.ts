import { chromium, type Browser, type BrowserContext } from '@playwright/test'
import { CHROMIUM } from './chromium.ts'
import { personMedia } from './make.ts'

/** What a browser plays as that person's devices, and how it reaches others. */
type Launch = {
  proxy?: { server: string } | undefined
  /** What is played instead of that person's own microphone. */
  microphone?: string | undefined
  hasLargeCamera?: boolean
}

/** A browser of one person's own, with that person's camera and microphone; its holder closes it. */
export async function launchFor(person: number, launch: Launch = {}): Promise<Browser> {
  return chromium.launch(await optionsFor(person, launch))
}

/** The same, with a profile that lies on the disk in that folder. */
export async function launchProfile(person: number, folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    ...(await optionsFor(person, {})),
    viewport: { width: 1440, height: 900 },
    permissions: ['camera', 'microphone'],
  })
}

async function optionsFor(person: number, { proxy, microphone, hasLargeCamera = false }: Launch) {
  const { camera, microphone: own } = await personMedia(person, { hasLargeCamera })
  return {
    ...CHROMIUM,
    ...(proxy ? { proxy } : {}),
    args: [
      ...CHROMIUM.args,
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${camera}`,
      `--use-file-for-fake-audio-capture=${microphone ?? own}`,
    ],
  }
}
