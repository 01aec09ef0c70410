import { enrolAt, setStage } from '../e2e/stage.ts'
import { goInTalking } from './browser/people.ts'
import { shareOfProcessor } from './processes/shareOfProcessor.ts'
import { spreadOf, type Results } from './report/spread.ts'

/**
 * What a participant's browser takes of a processor, in seconds a minute, with two in the call who both speak
 * and are seen: all processes of both browsers, by half. Nothing is noted in their pages meanwhile.
 */
export async function processor(): Promise<Results> {
  return { participantSecondsPerMinute: spreadOf(await secondsOfTwo()) }
}

/** The same, window by window. */
export async function secondsOfTwo(): Promise<number[]> {
  await using parts = new AsyncDisposableStack()
  const stage = await setStage(parts, { seatsEach: 1 })
  const people = [
    await enrolAt(stage, { place: 0, parts, hasLargeCamera: true }),
    await enrolAt(stage, { place: 1, parts, hasLargeCamera: true }),
  ]
  for (const one of people) await goInTalking(one)
  return await shareOfProcessor(people.length)
}
