import { ConnectionLost, type Desk, type Pushed } from '@parley/client'
import { Refusal } from '@parley/protocol'
import { enrolmentCode } from '@parley/seal'

/** Types the code of whatever device asks, without having heard it: only a demonstration does that. */
export function approveByItself(desk: Desk): Disposable {
  return desk.connection.subscribe((message) => void approve(desk, message))
}

async function approve({ enrolments }: Desk, message: Pushed): Promise<void> {
  if (message.type !== 'enrolment') return
  const { enrolment, answer, revealed, ended } = message
  if (!answer || !revealed || ended) return
  try {
    await enrolments.typeCode(enrolment, await enrolmentCode(answer, revealed))
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof ConnectionLost)) throw error
  }
}
