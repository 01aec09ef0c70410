import { spawn } from 'node:child_process'

/** Waits for the end of its input, which comes with our end in any manner; then ends the group, first asking. */
const SCRIPT = `
read -r _
kill -s TERM -- -"$1" 2>/dev/null || exit 0
for _ in 1 2 3 4 5 6 7 8 9 10; do sleep 1; kill -s 0 -- -"$1" 2>/dev/null || exit 0; done
kill -s KILL -- -"$1"
`

/**
 * Watches over a process group from outside, so that it ends even if we are killed without a word.
 * @param {number} group
 */
export function guard(group) {
  const watcher = spawn('/bin/sh', ['-c', SCRIPT, 'parley-guard', String(group)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  watcher.unref()
  return { stop: () => void watcher.kill('SIGKILL') }
}
