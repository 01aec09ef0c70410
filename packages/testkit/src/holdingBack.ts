import type { Connection, Pushed, Server } from '@parley/client'

/** That server, keeping to itself what `isHeld` says of what it would tell. */
export function holdingBack(server: Server, isHeld: (message: Pushed) => boolean): Server {
  return {
    ...server,
    async connect(signIn, signal, onUnreached) {
      const connection = await server.connect(signIn, signal, onUnreached)
      return {
        get standing() {
          return connection.standing
        },
        request: (message, abort) => connection.request(message, abort),
        subscribe: (hear: Parameters<Connection['subscribe']>[0]) =>
          connection.subscribe((message) => void (isHeld(message) || hear(message))),
        onLine: (hear) => connection.onLine(hear),
        [Symbol.asyncDispose]: () => connection[Symbol.asyncDispose](),
      }
    },
  }
}
