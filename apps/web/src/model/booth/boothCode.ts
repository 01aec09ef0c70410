export { stepInBooth } from '@parley/call'
export { openBooth } from './booth.ts'
