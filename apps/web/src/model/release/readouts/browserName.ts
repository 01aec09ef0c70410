/** A browser, by what it calls itself and which of its versions it is. */
export type NamedBrowser = { name: string; version: string }

/** As `navigator.userAgentData` lists it, one of them being none, to keep readers honest. */
type Brand = { brand: string; version: string }

/** Those who write in their name what others write too, the more particular first. */
const TOLD = [
  ['Edge', /\bEdg\/([\d.]+)/],
  ['Opera', /\bOPR\/([\d.]+)/],
  ['Firefox', /\bFirefox\/([\d.]+)/],
  ['Chrome', /\bChrome\/([\d.]+)/],
  ['Safari', /\bVersion\/([\d.]+).*\bSafari\//],
] as const

/** What the browser is called, to be written under what its machine made. */
export function browserName({
  brands,
  userAgent,
}: {
  brands: readonly Brand[] | undefined
  userAgent: string
}): NamedBrowser {
  const own = brands?.filter(({ brand }) => !/not.?a.?brand|^[^\w]*not/i.test(brand)) ?? []
  const brand = own.find((one) => one.brand !== 'Chromium') ?? own[0]
  if (brand) return { name: brand.brand, version: brand.version }
  for (const [name, pattern] of TOLD) {
    const [, version] = pattern.exec(userAgent) ?? []
    if (version !== undefined) return { name, version }
  }
  return { name: 'Browser', version: '0' }
}
