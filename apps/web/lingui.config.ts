import { defineConfig } from '@lingui/conf'
import { formatter } from '@lingui/format-po'
import { createSwcExtractor } from '@lingui/native-tools'

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en'],
  extractors: [createSwcExtractor()],
  format: formatter({ lineNumbers: false }),
  catalogs: [{ path: '<rootDir>/src/language/catalogues/{locale}', include: ['src'] }],
})
