import type { Prose } from '@parley/release'
import { DOMSerializer } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { cleanText } from '../../model/release/readouts/cleanText.ts'
import { docOf } from '../../model/release/readouts/docOf.ts'
import { proseOfPasted } from '../../model/release/readouts/pasted.ts'
import { proseSchema } from '../../model/release/readouts/proseSchema.ts'
import { styleAside } from '../../model/release/readouts/styleAside.ts'

/** Written by this editor itself, whose pieces keep their form as they are. */
const OWN = /data-pm-slice/

/** What is pasted or dropped from elsewhere comes in as words and their form, and as nothing else. */
export function pastePlugin(): Plugin {
  return new Plugin({
    props: {
      transformPastedHTML: (html) => (OWN.test(html) ? html : htmlOf(readPasted(html))),
      transformPastedText: (text) => text.split('\n').map(cleanText).join('\n'),
    },
  })
}

/** In a document of its own, in which nothing is loaded and nothing runs. */
function readPasted(html: string): Prose {
  return proseOfPasted(new DOMParser().parseFromString(styleAside(html), 'text/html').body)
}

function htmlOf(prose: Prose): string {
  if (prose.length === 0) return ''
  const page = document.implementation.createHTMLDocument('')
  const place = page.createElement('div')
  const serializer = DOMSerializer.fromSchema(proseSchema)
  place.append(serializer.serializeFragment(docOf(prose).content, { document: page }))
  return place.innerHTML
}
