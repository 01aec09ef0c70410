import { expect, test } from 'vitest'
import { judgeFraming } from './judgeFraming.ts'
import { judgeLight } from './judgeLight.ts'
import { brightnessOf, LOOK_HEIGHT, LOOK_WIDTH, stepLooking, type Looking } from './picture.ts'

/** Brightness at a place, both from 0 to 1 across and down, at a moment in looks. */
type Scene = (x: number, y: number, at: number) => number

const wall: Scene = () => 140
const shaking: Scene = (x, y, at) => (Math.floor((x + y) * 20 + at) % 2 ? 200 : 60)
const lamp: Scene = (x, y, at) => office(x, y, 0) + (at % 2) * 40
const office = person({ x: 0.5, y: 0.5, skin: 150, behind: wall })

test('an evenly lit person is good', () => {
  expect(light(office)).toBe('good')
})

test('a dark room is dark, a covered lens is black', () => {
  expect(light(person({ x: 0.5, y: 0.5, skin: 45, behind: () => 25 }))).toBe('dark')
  expect(light(() => 4)).toBe('black')
})

test('a washed-out picture is bright, and so is one with a third of it burnt', () => {
  expect(light(person({ x: 0.5, y: 0.5, skin: 240, behind: () => 250 }))).toBe('bright')
  expect(light((x) => (x < 0.4 ? 255 : 90))).toBe('bright')
})

test('a window behind somebody is told, a white wall behind dark skin in good light is not', () => {
  expect(light(person({ x: 0.5, y: 0.5, skin: 40, behind: () => 240 }))).toBe('backlit')
  expect(light(person({ x: 0.5, y: 0.5, skin: 85, behind: () => 195 }))).not.toBe('backlit')
})

test('before a second has passed nothing is said', () => {
  expect(judgeLight(look(office, 2))).toBeUndefined()
})

test.each([
  ['left', 0.15],
  ['right', 0.85],
  ['middle', 0.5],
] as const)('who moves at the %s is there', (where, x) => {
  expect(framing(person({ x, y: 0.4, skin: 200, behind: wall, sways: 0.02 }))).toBe(where)
})

test('of nobody, of a camera that shakes, and of people at both ends nothing is said', () => {
  const left = person({ x: 0.12, y: 0.4, skin: 200, behind: wall, sways: 0.02 })
  const right = person({ x: 0.88, y: 0.4, skin: 200, behind: wall, sways: 0.02 })
  const both: Scene = (x, y, at) => (x < 0.5 ? left : right)(x, y, at)

  expect([wall, shaking, both].map(framing)).toEqual([undefined, undefined, undefined])
})

test('a lamp that is switched on and off is no movement', () => {
  expect(framing(lamp)).toBeUndefined()
})

test('brightness is weighed as the eye does', () => {
  const pixels = Uint8ClampedArray.from([255, 0, 0, 255, 0, 255, 0, 255, 255, 255, 255, 255])

  expect(brightnessOf(pixels).map(Math.round)).toEqual([54, 182, 255])
})

/** A head over shoulders, which may sway from look to look. */
function person({
  x: centre,
  y: height,
  skin,
  behind,
  sways = 0,
}: {
  x: number
  y: number
  skin: number
  behind: Scene
  sways?: number
}): Scene {
  return (x, y, at) => {
    const off = sways * Math.sin(at * 2)
    const isHead = Math.hypot((x - centre - off) / 0.09, (y - height) / 0.2) < 1
    if (isHead) return skin
    const isBody = y > height + 0.2 && Math.abs(x - centre - off) < 0.18
    return isBody ? skin / 3 : behind(x, y, at)
  }
}

function look(scene: Scene, looks: number): Looking {
  let looking: Looking | undefined
  for (let at = 0; at < looks; at += 1)
    looking = stepLooking(
      looking,
      Array.from({ length: LOOK_WIDTH * LOOK_HEIGHT }, (_, place) => {
        const [x, y] = [place % LOOK_WIDTH, Math.floor(place / LOOK_WIDTH)]
        return scene((x + 0.5) / LOOK_WIDTH, (y + 0.5) / LOOK_HEIGHT, at)
      }),
    )
  if (!looking) throw new Error('There was nothing to look at')
  return looking
}

function light(scene: Scene) {
  return judgeLight(look(scene, 6))
}

function framing(scene: Scene) {
  return judgeFraming(look(scene, 30))
}
