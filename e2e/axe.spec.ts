import { test } from '@playwright/test'
import { axeLook } from './axeLook.ts'
import { walkScreens } from './walk.ts'

test('no screen breaks a rule of accessibility, on paper and in the dark, on a desk and on a telephone', async () => {
  await using parts = new AsyncDisposableStack()
  await walkScreens(parts, axeLook)
})
