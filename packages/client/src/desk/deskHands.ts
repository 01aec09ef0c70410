import type { Clock } from '@parley/call'
import type { Connection } from '../connection.ts'
import type { DocumentStore } from '../documents/documentStore.ts'
import type { DeskBook } from './deskBook.ts'

/** What a desk works with while its console is open. */
export type DeskHands = {
  readonly connection: Connection
  readonly documents: DocumentStore
  readonly documentKey: CryptoKey
  readonly book: DeskBook
  readonly clock: Clock
}
