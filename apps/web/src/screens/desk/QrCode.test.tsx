import { assert, base64String, domain, property, tuple } from 'fast-check'
import { decodeQR } from 'qr/decode.js'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { QrCode } from './QrCode.tsx'

const PIXELS_A_MODULE = 4

type Point = readonly [x: number, y: number]

/** The picture as a camera would have it: dark where an odd number of the path's edges lie to the left. */
function pictureOf(markup: string): { width: number; height: number; data: Uint8ClampedArray } {
  const [, least = 0, , size = 0] = /viewBox="(\S+) (\S+) (\S+) /.exec(markup)?.map(Number) ?? []
  const [, path = ''] = /<path d="([^"]*)"/.exec(markup) ?? []
  const edges = path.split('Z').flatMap((outline) => {
    const corners = [...outline.matchAll(/(\d+) (\d+)/g)].map(([, x, y]): Point => [
      Number(x),
      Number(y),
    ])
    return corners.map((from, at) => [from, corners[(at + 1) % corners.length] ?? from] as const)
  })
  const isDark = (x: number, y: number) =>
    edges.filter(([[fromX, fromY], [, toY]]) => fromX < x && fromY < y !== toY < y).length % 2 === 1
  const modules = Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_column, x) => isDark(x + least + 0.5, y + least + 0.5)),
  )
  const enlarged = <T,>(all: readonly T[]) =>
    all.flatMap((one) => Array.from({ length: PIXELS_A_MODULE }, () => one))
  const pixels = enlarged(modules.map((row) => enlarged(row))).flat()
  const data = Uint8ClampedArray.from(
    pixels.flatMap((dark) => (dark ? [0, 0, 0, 255] : [255, 255, 255, 255])),
  )
  return { width: size * PIXELS_A_MODULE, height: size * PIXELS_A_MODULE, data }
}

test('a reader of another maker finds the link in what is drawn, however long the name of the server is', () => {
  const secret = base64String({ minLength: 130, maxLength: 150 })
  const link = tuple(domain(), secret).map(([host, text]) => `https://${host}/#seat=${text}`)

  assert(
    property(link, (text) => {
      const picture = pictureOf(renderToStaticMarkup(<QrCode text={text} className="qr" />))
      expect(decodeQR(picture, { timeLimit: 5000 })).toBe(text)
    }),
    { numRuns: 10 },
  )
})
