import { readClientFiles, writeClientFiles } from '@parley/protocol'
import { utf8 } from '@parley/seal'
import { readServedPage } from '../../apps/cli/src/client/servedPage.ts'
import type { Target } from '../target.ts'
import { text } from './given.ts'

/** The list of its files that a server serves beside its page. */
export function clientFiles(): Target {
  const files = new Map([
    ['assets/flags-1.0.0/CH.svg', 'a'.repeat(64)],
    ['index.html', '0'.repeat(64)],
  ])
  return {
    seeds: [utf8(writeClientFiles(files))],
    read(input) {
      const said = text(input)
      const read = readClientFiles(said)
      if (writeClientFiles(read) !== said) throw new Error('It reads what it does not write')
      return [...read.keys()].every((path) => !path.split('/').includes('..'))
    },
  }
}

/** A page that a server serves, as the command looks at it: nothing of it is refused, and nothing is followed. */
export function servedPage(): Target {
  const lines = [
    '<meta name="parley-server" content="https://parley.example">',
    '<meta name="parley-name" content="A name">',
    '<title>Parley</title>',
    `<script src="/main.js"></script><link href='/main.css'><img srcset=/a.png>`,
  ]
  return {
    seeds: [utf8(lines.join('\n')), utf8(lines.slice(2).join('\n'))],
    read(input) {
      const { plain, settings } = readServedPage(text(input))
      if (settings.size > 2 || plain.length > input.length)
        throw new Error('It makes more of a page')
      return true
    },
  }
}
