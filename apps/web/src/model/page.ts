import { readLink, type InvitationLink, type SeatLink } from '@parley/client'
import { CallId, SideId } from '@parley/protocol'
import * as v from 'valibot'

/** What the address of this page asks for. A secret is in its fragment only, which no browser sends. */
export type Asked =
  | { is: 'start'; createToken: string | undefined }
  /** A desk that this browser keeps. */
  | { is: 'desk'; call: CallId; side: SideId }
  | { is: 'seat'; link: SeatLink }
  | { is: 'invitation'; link: InvitationLink }
  /** A desk of a demonstration, handed over whole. */
  | { is: 'demo-desk'; text: string }
  /** A readout that an ally shared, whole and sealed. */
  | { is: 'shared'; text: string }
  | { is: 'bad-link' }

const Desk = v.object({ call: CallId, side: SideId })

/** Reads the fragment of an address. */
export function readPage(fragment: string): Asked {
  if (fragment === '' || fragment === '#') return { is: 'start', createToken: undefined }
  const [, token] = /^#create=([\w-]{1,128})$/.exec(fragment) ?? []
  if (token) return { is: 'start', createToken: token === 'open' ? '' : token }
  const [, call, side] = /^#desk=([\w-]+)\.([\w-]+)$/.exec(fragment) ?? []
  const desk = v.safeParse(Desk, { call, side })
  if (desk.success) return { is: 'desk', ...desk.output }
  const [, handed] = /^#demo-desk=([\w-]+)$/.exec(fragment) ?? []
  if (handed) return { is: 'demo-desk', text: handed }
  if (/^#shared=[\w.-]+$/.test(fragment)) return { is: 'shared', text: fragment }
  const link = readLink(fragment)
  if (!link) return { is: 'bad-link' }
  return link.is === 'seat' ? { is: 'seat', link } : { is: 'invitation', link }
}

/** The fragment under which a desk that this browser keeps opens again. It says nothing secret. */
export function deskFragment({ call, side }: { call: CallId; side: SideId }): string {
  return `#desk=${call}.${side}`
}

/** The fragment of a link that somebody pasted, if it is one of Parley's. */
export function fragmentOf(pasted: string): string | undefined {
  const at = pasted.indexOf('#')
  const fragment = at < 0 ? '' : pasted.trim().slice(pasted.trim().indexOf('#'))
  const { is } = readPage(fragment)
  return is === 'seat' || is === 'invitation' || is === 'shared' ? fragment : undefined
}
