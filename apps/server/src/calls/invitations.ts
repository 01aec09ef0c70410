import { LIMITS, Refusal } from '@parley/protocol'
import { verifySideKeys } from '@parley/seal'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/schema.ts'
import {
  addGrant,
  addLink,
  dropInvitations,
  fileSide,
  invitationsTo,
  linkOf,
  spendLink,
} from '../devices/links.store.ts'
import type { Bus } from '../sockets/bus.ts'
import { asDesk, asInvitation, type Handlers } from '../sockets/session.ts'
import { addSide, sidesOf } from './calls.store.ts'

type Invitations = Pick<
  Handlers,
  'open-invitation' | 'read-invitation' | 'file-side' | 'grant-side'
>

/** How another side's desk comes into a call. */
export function invitationHandlers({
  db,
  bus,
  clock,
}: {
  db: Database
  bus: Bus
  clock: Clock
}): Invitations {
  return {
    async 'open-invitation'(session, { tokenHash, side, invitation }) {
      const { call, side: inviter } = asDesk(session)
      const replaced = await db.transaction().execute(async (tx) => {
        const sides = await sidesOf(tx, call)
        if (sides.includes(side)) throw new Refusal('not-permitted')
        if (sides.length >= LIMITS.roomsPerCall - 1) throw new Refusal('too-many')
        const links = await dropInvitations(tx, { call, side, inviter })
        const others = await invitationsTo(tx, { call, side })
        if (others.some(({ spent_at }) => spent_at === null)) throw new Refusal('already-invited')
        const link = { token_hash: tokenHash, call, side, seat: null, inviter, invitation }
        if (!(await addLink(tx, link))) throw new Refusal('token-spent')
        return links
      })
      for (const link of replaced) bus.tell({ is: 'link-replaced', call, link })
      return {}
    },

    async 'read-invitation'(session) {
      const { link, side } = asInvitation(session)
      const row = await linkOf(db, link)
      if (!row?.invitation) throw new Refusal('link-unknown')
      if (row.spent_at !== null) throw new Refusal('token-spent')
      return { side, invitation: row.invitation }
    },

    async 'file-side'(session, { document }) {
      const { call, side, link } = asInvitation(session)
      const said = await verifySideKeys(document)
      if (said.call !== call || said.side !== side) throw new Refusal('bad-signature')
      const { seal } = said
      if (!(await fileSide(db, { link, document, seal }))) throw new Refusal('token-spent')
      bus.tell({ is: 'side-filed', call, side })
      return {}
    },

    async 'grant-side'(session, { side, seal, grant }) {
      const { call, side: inviter } = asDesk(session)
      await db.transaction().execute(async (tx) => {
        const own = (await invitationsTo(tx, { call, side })).filter(
          (link) => link.inviter === inviter,
        )
        const filed = own.find((link) => link.spent_at === null)
        if (!filed) throw new Refusal(own.length > 0 ? 'token-spent' : 'link-unknown')
        if (filed.filed_seal !== seal) throw new Refusal('not-permitted')
        if (!(await spendLink(tx, { link: filed.token_hash, at: clock.nowMs() })))
          throw new Refusal('token-spent')
        if (!(await addSide(tx, { call, side, seal }))) throw new Refusal('not-permitted')
        if (!(await addGrant(tx, { call, key: seal, sealed: grant })))
          throw new Refusal('not-permitted')
      })
      bus.tell({ is: 'side-granted', call, side })
      return {}
    },
  }
}
