import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import type { Role } from '@parley/seal'

/** What a person does in a call, in words. */
export const ROLES: Readonly<Record<Role, MessageDescriptor>> = {
  principal: msg`Principal`,
  interpreter: msg`Interpreter`,
  adviser: msg`Adviser`,
  'note-taker': msg`Note-taker`,
  technician: msg`Technician`,
  moderator: msg`Moderator`,
  press: msg`Press`,
}

/** In the order in which they are offered. */
export const ROLE_ORDER = Object.keys(ROLES) as readonly Role[]
