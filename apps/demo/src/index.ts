export * from './agreeing.ts'
export * from './handDesk.ts'
export * from './inMemory.ts'
export * from './until.ts'
