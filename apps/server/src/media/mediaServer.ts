/** What a token lets its bearer do, and what the others in the room are told of them. */
export type MediaPass = {
  room: string
  identity: string
  canPublish: boolean
  note?: string | undefined
}

/** The media server, as the rest of the server knows it. */
export interface MediaServer extends AsyncDisposable {
  readonly isThere: boolean
  /** Where its signalling is dialled by the proxy; undefined while there is none. */
  readonly address: URL | undefined
  /** Of its process, if it is a child that runs. */
  readonly pid: number | undefined
  /** Makes the room if it is not there. */
  openRoom(name: string): Promise<void>
  /** Puts those out of a room that are in; resolves to who was. */
  putOut(who: { room: string; identities: readonly string[] }): Promise<string[]>
  /** For the client to enter that room with, for some seconds. */
  token(whom: MediaPass): Promise<string>
  /** Hears of each time that it goes or is back. */
  onChange(hear: (isThere: boolean) => void): void
}

/** For tests that have no media: it is always away. */
export const noMediaServer: MediaServer = {
  isThere: false,
  address: undefined,
  pid: undefined,
  openRoom: () => Promise.reject(new Error('There is no media server')),
  putOut: () => Promise.resolve([]),
  token: () => Promise.reject(new Error('There is no media server')),
  onChange: () => undefined,
  [Symbol.asyncDispose]: () => Promise.resolve(),
}
