import type { Versions, PublicCall } from '../publicCall.ts'
import { colourOf, emblemOf, historyPath } from './accounts.ts'
import { filePath } from './clips.ts'
import { textCode, codeOf, type Seals } from './codes.ts'
import { icon } from './icons.ts'
import { html, type Content, type Markup } from './markup.ts'
import type { PageWords } from './pageWords.ts'

/** How to check it, the files to check, and the codes. */
export function verifyBlock(call: PublicCall, seals: Seals, i18n: PageWords): Markup {
  const copy = html`<a href="/verify#/public/${call.call}">${i18n._('any copy of Parley')}</a>`
  return html`<section class="verify" aria-labelledby="check">
    <div>
      <h2 id="check">${i18n._('Check it yourself')}</h2>
      <ol>
        <li>
          ${i18n._('Save each file. It holds the text, its versions, their times and the signatures.')}
        </li>
        <li>${i18n._('Open it in {copy}, also without a network.', { copy })}</li>
        <li>${i18n._('The code of a seal must be the one that the side itself publishes.')}</li>
      </ol>
      <div class="row row--wrap">${files(call, i18n)}</div>
    </div>
    <dl>${codes(call, seals, i18n)}</dl>
  </section>`
}

function files(call: PublicCall, i18n: PageWords): Content {
  const { announcement, accounts, clips, record } = call
  return [
    ...accounts.map((account) =>
      file(
        account,
        i18n._('{side}: the account', { side: account.newest.payload.side.name }),
        call,
      ),
    ),
    ...clips.map((clip, at) => [
      film(clip, at, call, i18n),
      file(clip, i18n._('Clip {count}: what was signed', { count: at + 1 }), call),
    ]),
    record &&
      call.files.some(({ item }) => item === record.item) &&
      file(record, i18n._('The record'), call),
    announcement && file(announcement, i18n._('The announcement'), call),
  ]
}

function film(clip: Versions<'clip'>, at: number, call: PublicCall, i18n: PageWords): Content {
  const path = filePath(clip, 'video/mp4', call) ?? filePath(clip, 'video/webm', call)
  return path !== undefined && button(path, i18n._('Clip {count}: the film', { count: at + 1 }))
}

function file(of: { item: string }, words: Content, call: PublicCall): Markup {
  return button(`${historyPath(of, call)}.json`, words)
}

function button(path: string, words: Content): Markup {
  return html`<a class="btn" href="${path}" download>${icon('download')}<span>${words}</span></a>`
}

function codes(call: PublicCall, seals: Seals, i18n: PageWords): Content {
  const { sides, accounts, clips } = call
  const ofSeals = sides.map((party) => {
    const fingerprint = seals.get(party.seal)
    const account = accounts.find(({ newest }) => newest.payload.side.side === party.side)
    return html`<div class="${colourOf(party, call)}">
      <dt>
        ${emblemOf(party, seals, 'small')}<span
          >${i18n._('{side}: code of the seal', { side: party.name })}</span
        >
      </dt>
      <dd>${fingerprint && codeOf(fingerprint.digits)}</dd>
      ${
        account &&
        html`<dt class="verify__text">${i18n._('Code of the text')}</dt>
          <dd>${textCode(account.newest.hash)}</dd>`
      }
    </div>`
  })
  const ofClips = clips.map(
    ({ newest }, at) =>
      html`<div>
        <dt>${i18n._('Clip {count}: code of what was signed', { count: at + 1 })}</dt>
        <dd>${textCode(newest.hash)}</dd>
      </div>`,
  )
  return [...ofSeals, ...ofClips, recordCode(call, i18n)]
}

/** The record that all accounts name, if it is one. */
function recordCode({ accounts, record }: PublicCall, i18n: PageWords): Content {
  const named = new Set(accounts.map(({ newest }) => newest.payload.record))
  const [only] = named
  if (named.size === 1 && only && accounts.length > 1) {
    return html`<div>
      <dt>${i18n._('All accounts name this record of the call')}</dt>
      <dd>${textCode(only)}</dd>
    </div>`
  }
  return (
    record &&
    html`<div>
      <dt>${i18n._('Record of the call, signed by every side')}</dt>
      <dd>${textCode(record.newest.hash)}</dd>
    </div>`
  )
}
