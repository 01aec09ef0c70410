import type { Figures } from './explore.ts'
import type { Fault, Finding } from './finding.ts'

/** What a process of its own is to do with one target. */
export type Job = {
  /** The address of a module whose `TARGETS` has the target. */
  readonly module: string
  readonly target: string
  readonly seed: number
  /** Milliseconds of exploring; none where inputs are only repeated. */
  readonly ms: number
  /** Mutations after which it is over, though there be time. */
  readonly mutations: number
  /** Inputs to begin with, after the target's own seeds; base64url. */
  readonly inputs: readonly string[]
  /** Whether growth of memory is looked for. */
  readonly isGrowthMeasured: boolean
  /** Whether V8 counts which code runs: without it nothing new is known to be. */
  readonly isCounted: boolean
  /** Where each input is written before it is run. */
  readonly tryingFile: string
}

/** What that process says meanwhile. */
export type Told =
  | { is: 'alive'; figures: Figures }
  | { is: 'kept'; input: string }
  | { is: 'found'; fault: Fault; says: string; inputs: readonly string[] }
  | { is: 'done'; figures: Figures }

/** What became of a job. */
export type Outcome = {
  readonly figures: Figures
  readonly kept: readonly string[]
  readonly findings: readonly Finding[]
  /** How often V8's counting ended the process, by an input that is read well without it. */
  readonly uncounted: number
}
