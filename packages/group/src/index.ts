export * from './envelope/envelope.ts'
export * from './admission/admit.ts'
export * from './admission/commitTable.ts'
