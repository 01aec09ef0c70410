import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import type { DatabaseAt } from '../database/open.ts'
import { TestPostgres } from './postgres.ts'

/** Runs the same suite on both. `newDatabase` gives an empty one each time. */
export function eachDatabase(suite: (newDatabase: () => Promise<DatabaseAt>) => void): void {
  describe('on SQLite', () => {
    let folder: string
    beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'parley-sqlite-'))))
    afterAll(() => rm(folder, { recursive: true, force: true }))
    suite(() => Promise.resolve({ is: 'sqlite', file: join(folder, `${randomUUID()}.sqlite`) }))
  })
  describe('on PostgreSQL', () => {
    let postgres: TestPostgres
    beforeAll(async () => void (postgres = await TestPostgres.start()))
    afterAll(() => postgres[Symbol.asyncDispose]())
    suite(() => postgres.newDatabase())
  })
}
