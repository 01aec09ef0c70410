import { ownLeaf, type Call } from './callState.ts'
import { hearCompany } from './company.ts'
import { addIncidents } from './incidents.ts'
import type { MembersEvent } from './members.ts'

/** Who is with whoever is heard. A change is told; whom somebody came in with stands in the list of people. */
export function moveCompany(call: Call, event: MembersEvent & { type: 'heartbeat-heard' }): Call {
  const { from, heard } = event
  const member = call.members.get(from)
  if (!member || from === ownLeaf(call) || member.heldFor !== undefined) return call
  const { seat } = member
  const [company, change] = hearCompany(call.company, { seat, declared: heard.company })
  if (!change) return call
  const { isFirst, came, gone } = change
  if (isFirst && (!member.heard || came.length === 0)) return { ...call, company }
  const told = { troubles: [{ type: 'company' as const, seat, came, gone }], atMs: heard.atMs }
  return { ...call, company, incidents: addIncidents(call.incidents, told) }
}
