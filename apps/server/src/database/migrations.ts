import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { files } from './filesMigration.ts'
import { publications } from './publicationsMigration.ts'

/** Only added to. The rules that must hold are here, as keys; times and counts are `bigint`. */
export const MIGRATIONS: Record<string, Migration> = {
  '001-calls': {
    async up(db) {
      await calls(db)
      await links(db)
      await devices(db)
      await documents(db)
      await rooms(db)
    },
  },
  '002-aides': {
    async up(db) {
      await db.schema.alterTable('device').addColumn('drives', 'text').execute()
    },
  },
  '003-files': { up: files },
  '004-publications': { up: publications },
}

async function calls(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('call')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('last_document', 'bigint', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('side')
    .addColumn('call', 'text', (c) => c.notNull().references('call.id'))
    .addColumn('side', 'text', (c) => c.notNull())
    .addColumn('seal', 'text', (c) => c.notNull())
    .addColumn('documents', 'bigint', (c) => c.notNull())
    .addColumn('characters', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('side_key', ['call', 'side'])
    .addUniqueConstraint('side_seal', ['call', 'seal'])
    .execute()
  await db.schema
    .createTable('seat')
    .addColumn('call', 'text', (c) => c.notNull().references('call.id'))
    .addColumn('side', 'text', (c) => c.notNull())
    .addColumn('seat', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('seat_key', ['call', 'side', 'seat'])
    .execute()
}

async function links(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('link')
    .addColumn('token_hash', 'text', (c) => c.primaryKey())
    .addColumn('call', 'text', (c) => c.notNull().references('call.id'))
    .addColumn('side', 'text', (c) => c.notNull())
    .addColumn('seat', 'text')
    .addColumn('inviter', 'text')
    .addColumn('invitation', 'text')
    .addColumn('filed', 'text')
    .addColumn('filed_seal', 'text')
    .addColumn('spent_at', 'bigint')
    .execute()
  await db.schema
    .createIndex('link_of_seat')
    .unique()
    .on('link')
    .columns(['call', 'side', 'seat'])
    .where(sql.ref('seat'), 'is not', null)
    .where(sql.ref('spent_at'), 'is', null)
    .execute()
  await db.schema
    .createIndex('invitation_of_side')
    .unique()
    .on('link')
    .columns(['call', 'side'])
    .where(sql.ref('seat'), 'is', null)
    .where(sql.ref('spent_at'), 'is', null)
    .execute()
  await db.schema
    .createTable('enrolment')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('call', 'text', (c) => c.notNull().references('call.id'))
    .addColumn('side', 'text', (c) => c.notNull())
    .addColumn('seat', 'text', (c) => c.notNull())
    .addColumn('link', 'text', (c) => c.notNull())
    .addColumn('slot', 'bigint', (c) => c.notNull())
    .addColumn('commitment', 'text', (c) => c.notNull())
    .addColumn('answer', 'text')
    .addColumn('device', 'text')
    .addColumn('agreement', 'text')
    .addColumn('r', 'text')
    .addColumn('signature', 'text')
    .addColumn('ended', 'text')
    .addColumn('asked_at', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('enrolment_commitment', ['link', 'commitment'])
    .execute()
  await db.schema
    .createIndex('enrolment_slot')
    .unique()
    .on('enrolment')
    .columns(['call', 'side', 'seat', 'slot'])
    .where(sql.ref('ended'), 'is', null)
    .execute()
}

async function devices(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('device')
    .addColumn('call', 'text', (c) => c.notNull().references('call.id'))
    .addColumn('device', 'text', (c) => c.notNull())
    .addColumn('side', 'text', (c) => c.notNull())
    .addColumn('seat', 'text', (c) => c.notNull())
    .addColumn('listen', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .addColumn('withdrawn_at', 'bigint')
    .addColumn('replaced_by', 'text')
    .addPrimaryKeyConstraint('device_key', ['call', 'device'])
    .execute()
  await db.schema
    .createTable('key_grant')
    .addColumn('call', 'text', (c) => c.notNull().references('call.id'))
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('sealed', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('key_grant_key', ['call', 'key'])
    .execute()
}

async function documents(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('document')
    .addColumn('call', 'text', (c) => c.notNull().references('call.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('version', 'bigint', (c) => c.notNull())
    .addColumn('side', 'text', (c) => c.notNull())
    .addColumn('number', 'bigint', (c) => c.notNull())
    .addColumn('characters', 'bigint', (c) => c.notNull())
    .addColumn('sealed', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('document_key', ['call', 'kind', 'version', 'side'])
    .addUniqueConstraint('document_number', ['call', 'number'])
    .execute()
}

async function rooms(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('room')
    .addColumn('call', 'text', (c) => c.notNull().references('call.id'))
    .addColumn('room', 'text', (c) => c.notNull())
    .addColumn('last', 'bigint', (c) => c.notNull())
    .addColumn('founded_at', 'bigint', (c) => c.notNull())
    .addColumn('media_room', 'text', (c) => c.notNull().unique())
    .addPrimaryKeyConstraint('room_key', ['call', 'room'])
    .execute()
  await db.schema
    .createTable('entry')
    .addColumn('call', 'text', (c) => c.notNull())
    .addColumn('room', 'text', (c) => c.notNull())
    .addColumn('number', 'bigint', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('author', 'text', (c) => c.notNull())
    .addColumn('stored_at', 'bigint', (c) => c.notNull())
    .addColumn('characters', 'bigint', (c) => c.notNull())
    .addColumn('envelope', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('entry_number', ['call', 'room', 'number'])
    .execute()
  await db.schema.createIndex('entry_age').on('entry').columns(['kind', 'stored_at']).execute()
  await db.schema
    .createTable('room_share')
    .addColumn('call', 'text', (c) => c.notNull())
    .addColumn('room', 'text', (c) => c.notNull())
    .addColumn('side', 'text', (c) => c.notNull())
    .addColumn('author', 'text', (c) => c.notNull())
    .addColumn('characters', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('room_share_key', ['call', 'room', 'side', 'author'])
    .execute()
  await db.schema
    .createTable('poster')
    .addColumn('call', 'text', (c) => c.notNull())
    .addColumn('room', 'text', (c) => c.notNull())
    .addColumn('socket', 'text', (c) => c.notNull())
    .addColumn('instance', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('poster_key', ['call', 'room', 'socket'])
    .execute()
  await db.schema
    .createTable('instance')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('seen_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('media_identity')
    .addColumn('call', 'text', (c) => c.notNull())
    .addColumn('room', 'text', (c) => c.notNull())
    .addColumn('identity', 'text', (c) => c.notNull())
    .addColumn('device', 'text', (c) => c.notNull())
    .addColumn('given_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('media_identity_key', ['call', 'room', 'identity'])
    .execute()
}
