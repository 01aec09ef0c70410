/**
 * Runs in a page, before its own script, so it takes nothing from outside. Its microphone gives what its ears
 * are given, as an interpreter's words follow those of the floor, and says of itself what a device would. An
 * element that is muted has what the ears are given, for whoever notes sounds. Keeps the page's connections.
 */
export function speakAsHeard(): void {
  const mouth = new AudioContext({ sampleRate: 48_000 })
  const microphone = new MediaStreamAudioDestinationNode(mouth, { channelCount: 1 })
  const [given] = microphone.stream.getAudioTracks()
  if (!given) throw new Error('A destination has a track')

  type Connect = (this: AudioNode, to: AudioNode, ...rest: readonly number[]) => AudioNode
  const connect = Reflect.get(AudioNode.prototype, 'connect') as Connect
  Reflect.set(AudioNode.prototype, 'connect', function (this: AudioNode, to, ...rest) {
    const { context } = this
    if (to instanceof AudioDestinationNode && context instanceof AudioContext) {
      const ears = new MediaStreamAudioDestinationNode(context)
      connect.call(this, ears)
      connect.call(mouth.createMediaStreamSource(ears.stream), microphone)
      const element = new Audio()
      element.muted = true
      element.srcObject = ears.stream
      document.body.append(element)
      Object.assign(globalThis, { earsTrack: ears.stream.getAudioTracks()[0]?.id })
    }
    return connect.call(this, to, ...rest)
  } satisfies Connect)

  const asDevice = (track: MediaStreamTrack, asked: MediaTrackConstraints): MediaStreamTrack => {
    const [settings, clone] = [track.getSettings.bind(track), track.clone.bind(track)]
    const { noiseSuppression, echoCancellation, autoGainControl } = asked
    const said = { noiseSuppression, echoCancellation, autoGainControl } as MediaTrackSettings
    track.getSettings = () => ({ ...settings(), ...said })
    track.clone = () => asDevice(clone(), asked)
    return track
  }
  const ask = Reflect.get(MediaDevices.prototype, 'getUserMedia')
  MediaDevices.prototype.getUserMedia = async function (this: MediaDevices, asked) {
    const audio = asked?.audio
    if (typeof audio !== 'object') return await ask.call(this, asked)
    return new MediaStream([asDevice(given.clone(), audio)])
  }

  const connections = new Set<RTCPeerConnection>()
  Object.assign(globalThis, { connections })
  const answer: (this: RTCPeerConnection, said?: RTCLocalSessionDescriptionInit) => Promise<void> =
    Reflect.get(RTCPeerConnection.prototype, 'setLocalDescription')
  const kept: typeof answer = function (said) {
    connections.add(this)
    return answer.call(this, said)
  }
  Reflect.set(RTCPeerConnection.prototype, 'setLocalDescription', kept)
}
