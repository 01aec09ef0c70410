import { parentPort } from 'node:worker_threads'
import { Member, type Task } from './member.ts'

const member = new Member()

parentPort?.on('message', async (task: Task) => parentPort?.postMessage(await member.do(task)))
