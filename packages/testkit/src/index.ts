export * from './fakeMedia.ts'
export * from './fakeRoom.ts'
export * from './manualClock.ts'
