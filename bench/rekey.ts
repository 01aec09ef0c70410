import { progress } from './progress.ts'
import { Machine } from './rekey/machine.ts'
import { BenchRoom, type Round } from './rekey/room.ts'
import { spreadOf, type Results } from './report/spread.ts'

const SIZES = [2, 10, 30, 100, 200] as const
const ROUNDS = 5

/**
 * What joining and removal cost beside so many members, each on a machine of its own and without the network:
 * a join from the group info to the first sealed frame; a removal the making of it, and another's time from
 * hearing of it to its first frame under the new key.
 */
export async function rekey(only: readonly string[] = []): Promise<Results> {
  const sizes = SIZES.filter((size) => only.length === 0 || only.includes(String(size)))
  if (sizes.length === 0) throw new Error(`rekey measures beside ${SIZES.join(', ')} members`)
  await using room = await BenchRoom.withSeats(Math.max(...sizes) + 1)
  const byMembers: Record<string, Results> = {}
  for (const size of sizes) {
    progress(`${size} members: they come in`)
    await room.fill(size - 2)
    const rounds = await roundsIn(room)
    byMembers[size] = {
      removeMs: spreadOf(rounds.map(({ removeMs }) => removeMs)),
      joinMs: spreadOf(rounds.map(({ joinMs }) => joinMs)),
    }
    progress(JSON.stringify(byMembers[size]))
  }
  return { byMembers }
}

/** The last two who come in stay at their machines. */
async function roundsIn(room: BenchRoom): Promise<Round[]> {
  await using remover = new Machine()
  await using witness = new Machine()
  await room.seat(remover)
  await room.seat(witness)
  await room.catchUp(remover)
  const rounds: Round[] = []
  while (rounds.length < ROUNDS) rounds.push(await room.round(remover, witness))
  return rounds
}
