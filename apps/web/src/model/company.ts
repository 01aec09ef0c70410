import { COMPANIONS_AT_MOST, type Companion } from '@parley/call'

/** What turns the direction of a line around, or is no letter: nobody's name has it. */
const NO_LETTERS = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu

/** In UTF-16 units, as a field counts them. */
const NAME_AT_MOST = 120

/** What somebody wrote of who is with them, a person a line: a name, and after a comma what they are there for. */
export function readCompany(text: string): readonly Companion[] {
  const people = text.split('\n').flatMap((written): Companion[] => {
    const [name = '', ...office] = written.split(/[,،]/)
    const companion = { name: clean(name), office: clean(office.join(',')) }
    return companion.name === '' ? [] : [companion]
  })
  const once = new Map(people.map((one) => [JSON.stringify(one), one]))
  return [...once.values()].slice(0, COMPANIONS_AT_MOST)
}

/** Whether that seat is a room, in which others may be: it has to say who. */
export function isRoomSeat(role: string | undefined): boolean {
  return role === 'principal'
}

/** As it would be written. */
export function writeCompany(company: readonly Companion[]): string {
  return company.map(({ name, office }) => (office === '' ? name : `${name}, ${office}`)).join('\n')
}

/** One of them among others. */
export function companionWords({ name, office }: Companion): string {
  return office === '' ? name : `${name} (${office})`
}

function clean(text: string): string {
  return text.replace(NO_LETTERS, ' ').trim().slice(0, NAME_AT_MOST).trim()
}
