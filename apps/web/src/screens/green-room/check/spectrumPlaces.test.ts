import { expect, test } from 'vitest'
import { HIGHEST_HZ, LOWEST_HZ } from '../../../model/check/soundBands.ts'
import { FULL_FROM_HZ, FULL_TO_HZ } from '../../../model/check/voiceBand.ts'
import { SPECTRUM } from '../spectrumPlaces.ts'
import { xOf } from './Spectrum.tsx'

test('what is ruled before a voice is measured stays where the measured one is ruled', () => {
  expect([SPECTRUM.from, SPECTRUM.to]).toEqual([xOf(FULL_FROM_HZ), xOf(FULL_TO_HZ)])
  expect([xOf(LOWEST_HZ), xOf(HIGHEST_HZ)]).toEqual([0, SPECTRUM.width])
})
