import { NotVerified } from '../notVerified.ts'

/** The origin of an address as it was typed or pasted. What follows the origin, such as the secret of a link, is not looked at. */
export function originOf(url: string): string {
  const address = URL.canParse(url) ? new URL(url) : undefined
  const isWeb = address?.protocol === 'https:' || address?.protocol === 'http:'
  if (!address || !isWeb)
    throw new NotVerified('That is no address of a page: it begins with https:// or http://.')
  if (address.username !== '' || address.password !== '')
    throw new NotVerified('That address has a name or a password in it: leave them out.')
  return address.origin
}
