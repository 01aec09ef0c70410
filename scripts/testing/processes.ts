import { spawnSync } from 'node:child_process'

/** What ended and still waits to be buried does not run. */
export function isRunning(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout.trim() !== '' && !stdout.startsWith('Z')
}

/** All that runs below a process, with what each was started as. */
export function descendantsOf(pid: number): { pid: number; command: string }[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
  const all = stdout.split('\n').map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [])
  const below = (parent: number): { pid: number; command: string }[] =>
    all
      .filter(([, , of]) => Number(of) === parent)
      .flatMap(([, id, , command = '']) => [{ pid: Number(id), command }, ...below(Number(id))])
  return below(pid)
}
