import type { Clock } from '../clock.ts'
import type { DatabaseAt } from '../database/open.ts'
import type { Database } from '../database/schema.ts'
import type { Log } from '../log.ts'
import { LocalBus, type Bus } from './bus.ts'
import { PostgresBus } from './postgresBus.ts'

/** On SQLite a server is alone; on PostgreSQL there may be others. The caller disposes of it. */
export async function openBus(
  at: DatabaseAt,
  world: { db: Database; clock: Clock; log: Log },
): Promise<Bus> {
  return at.is === 'postgres' ? PostgresBus.listen(at.url, world) : new LocalBus()
}
