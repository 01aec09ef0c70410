/** Finds words or sentences in a text. For a language that nobody knows, as for one that everybody does. */
export function segmenterFor(language: string, granularity: 'word' | 'sentence'): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity })
  } catch {
    return new Intl.Segmenter('en', { granularity })
  }
}
