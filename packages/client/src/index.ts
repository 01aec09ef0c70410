export * from './connection.ts'
export * from './socket/signIn.ts'
export * from './socket/socketConnection.ts'
