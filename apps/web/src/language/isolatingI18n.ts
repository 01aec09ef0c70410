import { I18n, type MessageDescriptor, type MessageOptions } from '@lingui/core'
import { isolated } from './isolated.ts'
import { directionOf } from './languages.ts'

type Values = Record<string, unknown>

/** Says messages whose values stand apart where they are read the other way: a Latin name in an Arabic sentence. */
export class IsolatingI18n extends I18n {
  override _(descriptor: MessageDescriptor): string
  override _(id: string, values?: Values, options?: MessageOptions): string
  override _(said: MessageDescriptor | string, values?: Values, options?: MessageOptions): string {
    const apart = apartIn(directionOf(this.locale))
    if (typeof said === 'string') return super._(said, apart(values), options)
    return super._({ ...said, values: apart(said.values) })
  }
}

function apartIn(direction: 'ltr' | 'rtl'): (values?: Values) => Values {
  return (values = {}) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'string' ? isolated(value, direction) : value,
      ]),
    )
}
