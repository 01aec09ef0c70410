import type { Plugin } from 'vite'

/** React Aria's own words, in a file for each of some thirty languages. */
const WORDS = /\/react-(?:aria|stately)[^/]*\/.*\/intl\/[^/]+\/(\w+)-\w+\.(?:mjs|js)$/

/** Leaves out the words of React Aria in languages that Parley does not speak. */
export function ariaWords(languages: readonly string[]): Plugin {
  return {
    name: 'aria-words',
    load: {
      filter: { id: WORDS },
      handler(id) {
        const [, language = ''] = WORDS.exec(id) ?? []
        return languages.includes(language) ? undefined : 'export default {}'
      },
    },
  }
}
