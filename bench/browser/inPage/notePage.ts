import type { HeardSound, Noting } from '../watch.ts'

type NotedPicture = { data: string; shownMs: number; takenMs: number | undefined }
/** What a page noted. */
export type Noted = { clickedMs: number; pictures: NotedPicture[]; sounds: HeardSound[] }

/** Runs in a page, before its own script, so it takes nothing from outside. */
export function notePage({
  tones,
  noting: atFirst,
}: {
  tones: readonly number[]
  noting: Noting
}): void {
  const noted: Noted = { clickedMs: Number.NaN, pictures: [], sounds: [] }
  let noting = atFirst
  let woken = Promise.withResolvers<void>()
  const asking = new Set<() => void>()
  const note = (now: Noting) => {
    noting = now
    woken.resolve()
    woken = Promise.withResolvers()
    for (const ask of asking) ask()
  }
  Object.assign(globalThis, { noted, note })
  const onTheClock = (ms: number) => performance.timeOrigin + ms

  addEventListener(
    'click',
    ({ target, timeStamp }) => {
      const button = target instanceof Element ? target.closest('button, input[type=submit]') : null
      const words = button instanceof HTMLInputElement ? button.value : button?.textContent
      if (words === 'Join' || words === 'Connect') noted.clickedMs = onTheClock(timeStamp)
    },
    { capture: true },
  )

  const canvas = new OffscreenCanvas(128, 16)
  const drawing = canvas.getContext('2d', { willReadFrequently: true })
  const FIRST_PICTURES = 10
  const watchPictures = (video: HTMLVideoElement) => {
    let ofThisOne = 0
    // Whoever asks for each picture has the page drawn for each: nobody does who notes none.
    let isAsking = false
    const ask = () => {
      if (isAsking || noting.pictures === 'none') return
      if (noting.pictures === 'first' && ofThisOne >= FIRST_PICTURES) return
      isAsking = true
      video.requestVideoFrameCallback(look)
    }
    const look: VideoFrameRequestCallback = (_now, metadata) => {
      isAsking = false
      ofThisOne += 1
      ask()
      if (noting.pictures === 'some' && ofThisOne % 5 > 0) return
      const { videoWidth: width } = video
      if (!drawing || width === 0) return
      drawing.drawImage(video, 0, 0, width, width / 8, 0, 0, 128, 16)
      const { data } = drawing.getImageData(0, 0, 128, 16)
      const { presentationTime, captureTime } = metadata
      noted.pictures.push({
        data: new Uint8Array(data.buffer).toBase64(),
        shownMs: onTheClock(presentationTime),
        takenMs: captureTime === undefined ? undefined : onTheClock(captureTime),
      })
      if (noted.pictures.length > 2000) noted.pictures.shift()
    }
    video.addEventListener('loadstart', () => {
      ofThisOne = 0
      ask()
    })
    asking.add(ask)
    ask()
  }

  const powerOf = (samples: Float32Array, hertz: number, rate: number) => {
    const factor = 2 * Math.cos((2 * Math.PI * hertz) / rate)
    let [before, last] = [0, 0]
    samples.forEach((sample, index) => {
      const hann = 1 - Math.cos((2 * Math.PI * index) / samples.length)
      ;[before, last] = [last, sample * hann + factor * last - before]
    })
    return (last * last + before * before - factor * last * before) / samples.length ** 2
  }
  const Processor = Reflect.get(globalThis, 'MediaStreamTrackProcessor') as new (init: {
    track: MediaStreamTrack
  }) => { readable: ReadableStream<AudioData> }
  const heard = new WeakSet<MediaStreamTrack>()
  const listenTo = async (media: MediaStreamTrack, isOwn: boolean) => {
    if (heard.has(media)) return
    heard.add(media)
    const sound: HeardSound = { track: media.id, isOwn, chunks: [] }
    noted.sounds.push(sound)
    const isNoted = () => (isOwn ? noting.own : noting.others)
    while (media.readyState === 'live') {
      while (!isNoted()) await woken.promise
      await read(media, sound, isNoted)
    }
  }
  const read = async (media: MediaStreamTrack, sound: HeardSound, isNoted: () => boolean) => {
    const reader = new Processor({ track: media }).readable.getReader()
    while (isNoted()) {
      const { done, value } = await reader.read()
      if (done) return
      const samples = new Float32Array(value.numberOfFrames)
      value.copyTo(samples, { planeIndex: 0, format: 'f32-planar' })
      const { timestamp, sampleRate } = value
      value.close()
      const level = Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length)
      const powers = tones.map((hertz) => powerOf(samples, hertz, sampleRate))
      const arrivedMs = onTheClock(performance.now())
      sound.chunks.push({ atMs: timestamp / 1000, arrivedMs, level, powers })
      if (sound.chunks.length > 3000) sound.chunks.shift()
    }
    await reader.cancel()
  }

  const getUserMedia = Reflect.get(MediaDevices.prototype, 'getUserMedia')
  MediaDevices.prototype.getUserMedia = async function (this: MediaDevices, constraints) {
    const stream = await getUserMedia.call(this, constraints)
    for (const media of stream.getAudioTracks()) void listenTo(media, true)
    return stream
  }
  // The call has tracks of its own of the green room's devices.
  const clone = Reflect.get(MediaStreamTrack.prototype, 'clone')
  MediaStreamTrack.prototype.clone = function (this: MediaStreamTrack) {
    const copy = clone.call(this)
    if (this.kind === 'audio' && heard.has(this)) void listenTo(copy, true)
    return copy
  }
  const watched = new WeakSet<Element>()
  new MutationObserver(() => {
    for (const element of document.querySelectorAll<HTMLMediaElement>('video, audio')) {
      if (watched.has(element)) continue
      watched.add(element)
      if (element instanceof HTMLVideoElement) watchPictures(element)
      const { srcObject } = element
      const listen = (stream: MediaProvider | null) => {
        if (!(stream instanceof MediaStream) || element.muted) return
        for (const media of stream.getAudioTracks()) void listenTo(media, false)
        stream.addEventListener('addtrack', ({ track }) => {
          if (track.kind === 'audio') void listenTo(track, false)
        })
      }
      listen(srcObject)
      element.addEventListener('loadstart', () => listen(element.srcObject))
    }
  }).observe(document, { subtree: true, childList: true })
}
