import { browserName, type NamedBrowser } from '../model/release/readouts/browserName.ts'

/** As browsers have it that translate by themselves: https://webmachinelearning.github.io/translation-api/ */
type Languages = { sourceLanguage: string; targetLanguage: string }
type Monitor = {
  addEventListener(type: 'downloadprogress', hear: (event: { loaded: number }) => void): void
}
type Own = {
  translate(text: string, how?: { signal?: AbortSignal }): Promise<string>
  destroy(): void
}
type OwnTranslator = {
  availability(
    languages: Languages,
  ): Promise<'unavailable' | 'downloadable' | 'downloading' | 'available'>
  create(
    how: Languages & { monitor?: (monitor: Monitor) => void; signal?: AbortSignal },
  ): Promise<Own>
}

/** A translator that is part of this browser. No text leaves the device. */
export interface OnDeviceTranslator {
  readonly browser: NamedBrowser
  /** Whether it can translate from the one into the other, now or once it fetched what it needs. */
  can(from: string, into: string): Promise<boolean>
  /** Each line by itself, in their order. `onFetch` hears a share of one of what the browser fetches for it, which is no text of ours. */
  translate(
    lines: readonly string[],
    how: {
      from: string
      into: string
      onFetch: (share: number) => void
      onLine: (done: number) => void
    },
  ): Promise<readonly string[]>
}

/** That of this browser; nothing where it has none. */
export function onDeviceTranslator(): OnDeviceTranslator | undefined {
  const { Translator: own } = globalThis as { Translator?: OwnTranslator }
  if (!own) return undefined
  return {
    browser: browserName({
      brands: (navigator as { userAgentData?: { brands: { brand: string; version: string }[] } })
        .userAgentData?.brands,
      userAgent: navigator.userAgent,
    }),
    async can(sourceLanguage, targetLanguage) {
      return (await own.availability({ sourceLanguage, targetLanguage })) !== 'unavailable'
    },
    async translate(lines, { from, into, onFetch, onLine }) {
      const translator = await own.create({
        sourceLanguage: from,
        targetLanguage: into,
        monitor: (monitor) =>
          monitor.addEventListener('downloadprogress', ({ loaded }) => onFetch(loaded)),
      })
      try {
        const translated: string[] = []
        for (const line of lines) {
          // oxlint-disable-next-line no-await-in-loop -- the device has one translator
          translated.push(line.trim() === '' ? '' : await translator.translate(line))
          onLine(translated.length)
        }
        return translated
      } finally {
        translator.destroy()
      }
    },
  }
}
