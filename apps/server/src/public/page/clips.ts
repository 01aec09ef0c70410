import type { PublicCall, Versions } from '../publicCall.ts'
import type { PublicFile } from '../publicRows.store.ts'
import { historyPath, zoneOf } from './accounts.ts'
import { html, type Content, type Markup } from './markup.ts'
import { sidesIn } from './names.ts'
import type { PageWords } from './pageWords.ts'
import { clockTime, shortDay } from './times.ts'
import { tongue, tongueDirection } from './tongues.ts'

/** How the files of a clip end, by what they are. */
export const EXTENSIONS: Readonly<Record<string, string>> = {
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'image/jpeg': 'jpg',
  'text/vtt': 'vtt',
}

/** The clips, each with where it comes from. */
export function clips(call: PublicCall, i18n: PageWords): Content {
  return call.clips.map((clip) => figure(clip, call, i18n))
}

/** The address of a file of the newest version; nothing where there is none of that sort. */
export function filePath(
  clip: Versions<'clip'>,
  type: string,
  { call, files }: Pick<PublicCall, 'call' | 'files'>,
): string | undefined {
  const file = fileOf(clip, type, files)
  return file && `${historyPath(clip, { call })}.${EXTENSIONS[type]}`
}

function fileOf(
  { item, newest }: Versions<'clip'>,
  type: string,
  files: readonly PublicFile[],
): PublicFile | undefined {
  const { version } = newest.payload
  return files.find((file) => file.item === item && file.version === version && file.type === type)
}

function figure(clip: Versions<'clip'>, call: PublicCall, i18n: PageWords): Markup {
  const { payload } = clip.newest
  const { title, caption, language, from, to, part, partTitle, sides } = payload
  const path = (type: string) => filePath(clip, type, call)
  const sources = ['video/mp4', 'video/webm'].flatMap((type) => {
    const src = path(type)
    return src === undefined ? [] : [html`<source src="${src}" type="${type}" />`]
  })
  const [captions, poster] = [path('text/vtt'), path('image/jpeg')]
  const speech = html`lang="${language}" dir="${tongueDirection(language)}"`
  const zone = zoneOf(call)
  return html`<figure class="clip" id="${historyPath(clip, call).split('/').at(-1)}">
    <video
      class="clip__video"
      controls
      playsinline
      preload="metadata"
      ${poster && html` poster="${poster}"`}
      aria-label="${title}"
    >
      ${sources}${captions && html`<track kind="captions" src="${captions}" srclang="${language}" label="${tongue(language)}" default />`}
    </video>
    ${poster && html`<img class="clip__still" src="${poster}" alt="" />`}
    <figcaption>
      <h2 ${speech}>${title}</h2>
      ${caption !== '' && html`<p class="clip__caption" ${speech}>${caption}</p>`}
      <p class="clip__from">
        ${i18n._('{day}, {from} to {to}: part {part} of the agenda, {partTitle}, which was agreed to be open.', { day: shortDay(from, zone, i18n), from: clockTime(from, zone, i18n), to: clockTime(to, zone, i18n), part, partTitle })}
      </p>
      <p class="clip__from">
        ${i18n._('Signed by {sides}: these very bytes, and no others.', { sides: sidesIn(sides, i18n) })}${changes(clip, call, i18n)}
      </p>
      <p class="clip__files">${downloads(clip, call, i18n)}</p>
    </figcaption>
  </figure>`
}

function changes(clip: Versions<'clip'>, call: PublicCall, i18n: PageWords): Content {
  if (clip.all.length === 1) return ''
  return html` ${i18n._('Version {count}.', { count: clip.all.length })}
    <a href="${historyPath(clip, call)}">${i18n._('Compare')}</a>`
}

/** Each file with its size. */
function downloads(clip: Versions<'clip'>, call: PublicCall, i18n: PageWords): Content {
  const megabytes = new Intl.NumberFormat(i18n.formats, {
    maximumFractionDigits: 1,
    style: 'unit',
    unit: 'megabyte',
  })
  return (['video/mp4', 'video/webm', 'image/jpeg', 'text/vtt'] as const).map((type) => {
    const [path, file] = [filePath(clip, type, call), fileOf(clip, type, call.files)]
    if (path === undefined || !file) return ''
    const size = megabytes.format(Math.max(0.1, file.bytes / 1e6))
    return html`<a href="${path}" download
      >${EXTENSIONS[type]?.toUpperCase()} <span class="caption">${size}</span></a
    > `
  })
}
