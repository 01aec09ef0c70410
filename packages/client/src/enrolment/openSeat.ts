import type { Clock } from '@parley/call'
import { documentKeyOf } from '@parley/seal'
import type { Connection } from '../connection.ts'
import { DocumentStore } from '../documents/documentStore.ts'
import { memoryOn } from '../documents/memory.ts'
import type { Server } from '../server.ts'
import { asKey } from '../socket/asKey.ts'
import type { KeyStore, SeatRecord } from './keyStore.ts'

/** A device that is signed in to its call, with the documents it follows. */
export interface OpenSeat extends AsyncDisposable {
  readonly record: SeatRecord
  readonly connection: Connection
  readonly documents: DocumentStore
}

/** Signs in with the device key. Rejects with a `Refusal`, `withdrawn` among them. */
export async function openSeat(
  {
    server,
    record,
    store,
    clock,
  }: { server: Server; record: SeatRecord; store: KeyStore; clock: Clock },
  signal?: AbortSignal,
): Promise<OpenSeat> {
  const { call, side, seat, seal, device, deviceKey, callSecret, heads } = record
  await using parts = new AsyncDisposableStack()
  const signIn = asKey({ server, clock, call, key: device, signingKey: deviceKey })
  const documentKey = await documentKeyOf(callSecret)
  const connection = parts.use(await server.connect(signIn, signal))
  const documents = parts.use(
    await DocumentStore.open({
      connection,
      documentKey,
      memory: memoryOn(store.remembered, seat),
      trusted: { call, side, seal },
      floor: heads,
    }),
  )
  const open = parts.move()
  return { record, connection, documents, [Symbol.asyncDispose]: () => open.disposeAsync() }
}
