import { CallId, EnrolmentId, Hash, PublicKey, RoomId, SideId } from '@parley/protocol'
import * as v from 'valibot'

/** What one server tells the others: that something is new, never what. Each reads it from the database. */
export const News = v.variant('is', [
  v.object({ is: v.literal('entry'), call: CallId, room: RoomId }),
  v.object({ is: v.literal('document'), call: CallId }),
  v.object({ is: v.literal('enrolment'), call: CallId, enrolment: EnrolmentId }),
  v.object({ is: v.literal('side-filed'), call: CallId, side: SideId }),
  v.object({ is: v.literal('side-granted'), call: CallId, side: SideId }),
  v.object({ is: v.literal('link-replaced'), call: CallId, link: Hash }),
  v.object({ is: v.literal('withdrawn'), call: CallId, device: PublicKey }),
  v.object({ is: v.literal('replaced'), call: CallId, device: PublicKey }),
  /** Something may have been missed: all is read again. */
  v.object({ is: v.literal('gap') }),
])
export type News = v.InferOutput<typeof News>

/** Carries news to all servers on one database, this one included. */
export interface Bus extends AsyncDisposable {
  tell(news: News): void
  hear(hearer: (news: News) => void): void
}

/** For a server that is alone on its database. */
export class LocalBus implements Bus {
  readonly #hearers: ((news: News) => void)[] = []

  tell(news: News): void {
    for (const hear of this.#hearers) hear(news)
  }

  hear(hearer: (news: News) => void): void {
    this.#hearers.push(hearer)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#hearers.length = 0
  }
}
