import { test } from '@playwright/test'
import { everyLook } from './access/everyLook.ts'
import { walkScreens } from './walk.ts'

test('no screen breaks a rule of accessibility, on paper and in the dark, on a desk and on a telephone, in a small window and in one that is enlarged', async () => {
  await using parts = new AsyncDisposableStack()
  await walkScreens(parts, everyLook)
})
