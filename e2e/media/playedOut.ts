import type { BrowserContext } from '@playwright/test'

declare global {
  interface Window {
    /** All that this page sends to its speakers by a graph of its own, beside its elements. */
    playedOut?: MediaStreamAudioDestinationNode[]
  }
}

/** Pages opened from now on keep what they mix themselves, as an interpreter’s console does, so that it can be listened to. */
export async function keepPlayedOut(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const kept: MediaStreamAudioDestinationNode[] = []
    window.playedOut = kept
    const original = Object.getOwnPropertyDescriptor(AudioNode.prototype, 'connect')
    const connect = original?.value as (to: AudioNode, ...at: number[]) => AudioNode
    const follow = function follow(this: AudioNode, to: AudioNode, ...at: number[]): AudioNode {
      if (to instanceof AudioDestinationNode && this.context instanceof AudioContext) {
        const copy = new MediaStreamAudioDestinationNode(this.context)
        connect.call(this, copy)
        kept.push(copy)
      }
      return connect.call(this, to, ...at)
    }
    AudioNode.prototype.connect = follow as AudioNode['connect']
  })
}
