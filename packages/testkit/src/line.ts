/** A way to the server that a test can cut and mend. */
export type CuttableLine = {
  dial: () => WebSocket
  cut(): void
  mend(): void
  /** Cuts as soon as a message of that type went out: it arrives, and its answer does not. */
  cutAfter(type: string): void
  /** Sockets dialled so far. */
  readonly dialled: number
}

/** While it is cut, sockets close and new ones fail at once. */
export function cuttableLine(serverUrl: string): CuttableLine {
  const url = `${serverUrl.replace(/^http/, 'ws')}/socket`
  const nowhere = 'ws://127.0.0.1:9/socket'
  const open = new Set<WebSocket>()
  let isCut = false
  let dialled = 0
  let cutting: string | undefined
  function cut(): void {
    isCut = true
    for (const socket of open) socket.close()
  }
  function watchSends(socket: WebSocket): void {
    const send = socket.send.bind(socket)
    socket.send = (message) => {
      send(message)
      if (!cutting || typeof message !== 'string' || !message.includes(cutting)) return
      cutting = undefined
      cut()
    }
  }
  return {
    dial() {
      dialled++
      const socket = new WebSocket(isCut ? nowhere : url)
      open.add(socket)
      watchSends(socket)
      socket.addEventListener('close', () => void open.delete(socket))
      return socket
    },
    cut,
    mend() {
      isCut = false
    },
    cutAfter(type) {
      cutting = `"type":"${type}"`
    },
    get dialled() {
      return dialled
    },
  }
}
