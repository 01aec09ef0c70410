import type { MakingLack } from './messages.ts'

/** This browser cannot make a clip. */
export class CannotMake extends Error {
  override readonly name = 'CannotMake'
  readonly lack: MakingLack

  constructor(lack: MakingLack) {
    super(lack)
    this.lack = lack
  }
}
