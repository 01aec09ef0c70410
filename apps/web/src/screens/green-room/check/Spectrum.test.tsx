import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { HIGHEST_HZ, LOWEST_HZ } from '../../../model/check/soundBands.ts'
import { NEEDED_FROM_HZ, NEEDED_TO_HZ } from '../../../model/check/voiceBand.ts'
import { SpectrumFrame } from '../SpectrumFrame.tsx'
import { xOf } from './Spectrum.tsx'

test('what is ruled before a voice is measured spans the band that is needed, and the whole ground', () => {
  const ruled = renderToStaticMarkup(<SpectrumFrame />)

  expect(ruled).toContain(`M${xOf(NEEDED_FROM_HZ)} 14V8H${xOf(NEEDED_TO_HZ)}v6`)
  expect(ruled).toContain(`M${xOf(LOWEST_HZ)} 122.5h${xOf(HIGHEST_HZ)}"`)
})
