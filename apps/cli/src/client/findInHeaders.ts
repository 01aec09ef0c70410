import { pagePolicy } from '@parley/protocol'
import type { Finding } from './finding.ts'

/** What headers can load, or take one to, beside what the page says. */
const NONE_OF = ['link', 'refresh', 'speculation-rules'] as const

/** The headers of a page under which it is more than its text: a policy that allows more, another kind of text, something loaded. */
export function findInHeaders(headers: Headers, dialled: string | undefined): Finding[] {
  const wanted = new Map<string, string | null>([
    ['content-security-policy', pagePolicy(dialled)],
    ['content-type', 'text/html; charset=utf-8'],
    ...NONE_OF.map((name) => [name, null] as const),
  ])
  return [...wanted]
    .map(([name, value]) => ({ name, value, served: headers.get(name) }))
    .filter(({ value, served }) => served?.toLowerCase() !== value?.toLowerCase())
    .map(({ name, served }) => ({ is: 'header', name, value: served }))
}
