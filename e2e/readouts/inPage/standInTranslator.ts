/** A translator as browsers have it that bring their own: the one of these tests has no language to fetch. */
export function standInTranslator(): void {
  type Languages = { sourceLanguage: string; targetLanguage: string }
  const Translator = {
    availability: async () => 'available',
    create: async ({ sourceLanguage, targetLanguage }: Languages) => ({
      translate: async (text: string) => `${sourceLanguage} to ${targetLanguage}: ${text}`,
      destroy: () => undefined,
    }),
  }
  Object.assign(globalThis, { Translator })
}
