import type { Bytes } from '@parley/protocol'

/** A decoder of bytes from outside, as it is fuzzed. */
export type Target = {
  /** Small inputs that it reads. */
  readonly seeds: readonly Bytes[]
  /**
   * Reads the input: whether it was read as anything. A `Refusal` is an answer like another; whatever
   * else it throws is a finding. It keeps nothing between two inputs.
   */
  read(input: Bytes): boolean | Promise<boolean>
  /** Milliseconds of processor time that an input may cost where its seeds cost little; 100 unless said. */
  readonly allowedMs?: number
  /** Bytes of the largest input that is tried; 64 KiB unless said. */
  readonly maxBytes?: number
  /** Ends what it started. */
  close?(): Promise<void>
}

/** Makes a target, with the keys and rooms that it needs. */
export type MakeTarget = () => Target | Promise<Target>
