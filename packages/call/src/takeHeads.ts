import type { Call } from './callState.ts'
import type { Members } from './members.ts'

/** The documents of this window are others now, or are as they were. */
export function takeHeads(call: Call, { heads, atMs }: { heads: string; atMs: number }): Call {
  if (heads === call.heads) return call
  return { ...call, heads, headsSinceMs: atMs, members: forgetLists(call.members) }
}

/** Whether somebody knows the same is said anew. */
function forgetLists(members: Members): Members {
  return new Map(
    [...members].map(([leaf, member]) => {
      const heard = member.heard && { ...member.heard, lists: undefined }
      return [leaf, { ...member, heard, apart: undefined }]
    }),
  )
}
