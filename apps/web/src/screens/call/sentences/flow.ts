import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Flow } from '@parley/call'

/** How somebody comes in here, in one or two words. */
export const FLOW: Readonly<Record<Exclude<Flow, 'flowing'>, MessageDescriptor>> = {
  stopped: msg`frozen`,
  'picture-stopped': msg`picture frozen`,
  'sound-stopped': msg`no sound arrives`,
  'sound-broken': msg`sound has gaps`,
  slow: msg`slow line`,
}
