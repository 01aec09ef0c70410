import { PLENARY, type SeatId, type SideId } from '@parley/protocol'
import { expect, test } from 'vitest'
import type { SeatRow, Standing } from './deskView.ts'
import { nextStepOf } from './nextStep.ts'

const [bern, nairobi] = ['bern' as SideId, 'nairobi' as SideId]
const MATHILDE: SeatRow = {
  seat: 'AAAAAAAAAAA' as SeatId,
  name: 'Mathilde Aeberhard',
  office: '',
  role: 'principal',
  languages: ['en'],
  rooms: [PLENARY],
  isAgreed: false,
  pass: 'none',
  link: undefined,
  aide: { pass: 'none', link: undefined },
  isHere: false,
  unsigned: 'added',
}

/** As the desk of Switzerland sees it. */
const known = (other: Standing) => ({
  sides: [
    { side: bern, name: 'Switzerland', isOwn: true, standing: { is: 'own', isNamed: false } },
    { side: nairobi, name: 'Kenya', isOwn: false, standing: other },
  ] as const,
  plan: { agreed: undefined, signing: 'awaits-seals' } as const,
  delegations: [
    { side: bern, rows: [] },
    { side: nairobi, rows: [MATHILDE] },
  ],
})

test('the other side is invited, then its seal is compared; between them it is waited for', () => {
  expect(nextStepOf(known({ is: 'to-invite' }))).toEqual({ is: 'invite', name: 'Kenya' })
  expect(nextStepOf(known({ is: 'invited' }))).toBeUndefined()
  expect(nextStepOf(known({ is: 'to-compare' }))).toEqual({ is: 'compare', name: 'Kenya' })
})

test('the plan is signed once it can be, and then the people of one’s own side are listed', () => {
  const compared = known({ is: 'compared', at: 0 })
  const agreed = { ...compared, plan: { agreed: 1, signing: 'signed' } as const }
  const listed = { ...agreed, delegations: [{ side: bern, rows: [MATHILDE] }] }

  expect(nextStepOf({ ...compared, plan: { agreed: undefined, signing: 'may-sign' } })).toEqual({
    is: 'sign',
  })
  expect(
    nextStepOf({ ...compared, plan: { agreed: undefined, signing: 'signed' } }),
  ).toBeUndefined()
  expect(nextStepOf(agreed)).toEqual({ is: 'list-people' })
  expect(nextStepOf(listed)).toBeUndefined()
})
