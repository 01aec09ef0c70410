export { inMemory as memoryKeyStore } from '@parley/demo'
