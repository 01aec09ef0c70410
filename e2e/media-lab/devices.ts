/** The colour of a participant's picture: far apart, so that one is never taken for another. */
export const COLOURS = ['rgb(220,30,30)', 'rgb(30,30,220)', 'rgb(30,200,30)'] as const

/** The pitch of a participant's voice, in Hz. */
export const PITCHES = [600, 1000, 1400] as const

/** Why a kind of device gives nothing now, as the browser would put it. */
const broken = new Map<string, 'NotReadableError' | 'NotFoundError' | 'NotAllowedError'>()

const given: MediaStreamTrack[] = []

const opened = { audio: 0, video: 0 }

/** How often the page opened a device of a kind. */
export function devicesOpened(kind: 'audio' | 'video'): number {
  return opened[kind]
}

/** Has devices of a kind fail from now on, or work again. Nothing tells the page. */
export function breakDevice(
  kind: 'audio' | 'video',
  why: 'NotReadableError' | 'NotFoundError' | 'NotAllowedError' | undefined,
): void {
  if (why) broken.set(kind, why)
  else broken.delete(kind)
}

/** Takes away what was given of a kind, as a browser does whose device is unplugged. */
export function unplug(kind: 'audio' | 'video'): void {
  breakDevice(kind, 'NotFoundError')
  for (const track of given.splice(0).filter((each) => each.kind === kind)) {
    track.stop()
    track.dispatchEvent(new Event('ended'))
  }
  navigator.mediaDevices.dispatchEvent(new Event('devicechange'))
}

/** Puts it back, as a browser tells. */
export function plugIn(kind: 'audio' | 'video'): void {
  breakDevice(kind, undefined)
  navigator.mediaDevices.dispatchEvent(new Event('devicechange'))
}

/** Replaces this page's camera and microphone by a stamp (the colour above black and white, a moving bar, and snow, which takes a real picture's bits), and a tone. */
export function takeDevices(who: number): void {
  navigator.mediaDevices.getUserMedia = async ({ video, audio } = {}) => {
    const why = broken.get(video ? 'video' : 'audio')
    if (why) throw new DOMException('as the test wants', why)
    const whose = isOther(video || audio) ? who + 2 : who
    const track = video ? colour(whose) : tone(whose)
    given.push(track)
    opened[video ? 'video' : 'audio']++
    return new MediaStream([track])
  }
  navigator.mediaDevices.getDisplayMedia = async () =>
    new MediaStream([colour(who + 1), tone(who + 1)])
}

/** The device `other` shows the colour, or has the pitch, of the one after next. */
function isOther(wanted: MediaTrackConstraints | boolean | undefined): boolean {
  return JSON.stringify(wanted ?? false).includes('"other"')
}

function colour(who: number): MediaStreamTrack {
  const canvas = document.createElement('canvas')
  canvas.width = 1280
  canvas.height = 720
  const context = canvas.getContext('2d')
  let at = 0
  const draw = () => {
    if (!context) return
    context.fillStyle = COLOURS[who % 3] ?? 'black'
    context.fillRect(0, 0, 1280, 720)
    context.fillStyle = 'black'
    context.fillRect(0, 360, 640, 360)
    context.fillStyle = 'white'
    context.fillRect(640, 360, 640, 360)
    context.fillRect((at += 12) % 1280, 0, 20, 40)
    context.drawImage(snow(), SNOW.x, SNOW.y, SNOW.size, SNOW.size)
  }
  draw()
  setInterval(draw, 40)
  return only(canvas.captureStream(25).getVideoTracks())
}

/** Between the places at which a stamp is read. */
const SNOW = { x: 480, y: 40, size: 320, grains: 80 }

/** Grey grains, others each time. */
function snow(): OffscreenCanvas {
  const { grains } = SNOW
  const canvas = new OffscreenCanvas(grains, grains)
  const context = canvas.getContext('2d')
  const picture = new ImageData(grains, grains)
  for (let grain = 0; grain < grains * grains; grain++)
    picture.data
      .fill(Math.random() * 256, grain * 4, grain * 4 + 3)
      .fill(255, grain * 4 + 3, grain * 4 + 4)
  context?.putImageData(picture, 0, 0)
  return canvas
}

function tone(who: number): MediaStreamTrack {
  const audio = new AudioContext()
  const oscillator = audio.createOscillator()
  const volume = audio.createGain()
  const out = audio.createMediaStreamDestination()
  oscillator.frequency.value = PITCHES[who % 3] ?? 0
  volume.gain.value = 0.3
  oscillator.connect(volume).connect(out)
  oscillator.start()
  return only(out.stream.getAudioTracks())
}

function only(tracks: readonly MediaStreamTrack[]): MediaStreamTrack {
  const [track] = tracks
  if (!track) throw new Error('no track')
  return track
}
