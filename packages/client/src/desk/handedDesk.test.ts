import { exportBackup, makeSeal, Secret, toText, utf8 } from '@parley/seal'
import { orCode } from '@parley/testkit/orCode'
import { expect, test } from 'vitest'
import { DEMONSTRATION, importDesk } from './handedDesk.ts'
import { newSideId } from './newIds.ts'

const seal = await makeSeal()
const side = newSideId()
const secret = Secret.random().use(toText)
const desk = {
  server: 'https://parley.example',
  call: `${'A'.repeat(21)}A`,
  side,
  backup: await exportBackup(seal, DEMONSTRATION),
  callSecret: secret,
  sideSecret: secret,
  proposal: {
    title: 'Talks',
    start: 0,
    timeZone: 'UTC',
    languages: [],
    agenda: [],
    modalities: { recording: 'never', ifLineDrops: '', peopleInRoom: '' },
    sides: [{ side, name: 'Kenya', flag: '', seal: null }],
  },
  pins: {},
  signed: {},
}
const read = (handed: unknown) => orCode(() => importDesk(toText(utf8(JSON.stringify(handed)))))

test('a desk that is handed over has the seal and the secrets of the one that was', async () => {
  const bytes = Uint8Array.fromBase64(secret, { alphabet: 'base64url' })

  expect(await read(desk)).toMatchObject({ side, callSecret: bytes, sideSecret: bytes })
})

test.each([
  ['a secret that is no base64url', { ...desk, callSecret: `${secret}\ufeff` }],
  ['a secret of its side that is none', { ...desk, sideSecret: 'A' }],
  ['a field too many', { ...desk, more: 1 }],
  ['a backup that does not open', { ...desk, backup: 'e30..AA.AA.AA' }],
])('a desk with %s is refused as malformed', async (_what, handed) => {
  expect(await read(handed)).toBe('malformed')
})
