const RECEIVER = 'packages/sframe/src/receiver.ts'
const ATTESTATION = 'packages/sframe/src/attestation.ts'
const ATTESTATION_TEST = 'packages/sframe/src/attestation.test.ts'
const ATTESTED_TEST = 'packages/sframe/src/attested.test.ts'

/** @type {readonly import('../../scripts/run/mutants.mjs').Mutant[]} What is said of what comes in and is not as its device sent it. */
export const ATTESTED = [
  {
    defence: 'attested: another frame under a counter that was signed for is told (R73)',
    file: ATTESTATION,
    text: 'else if (played.hash !== hash) this.#foreignAtMs = nowMs',
    becomes: '',
    test: ATTESTED_TEST,
    fact: 'a frame that another seals with the same keys',
  },
  {
    defence: 'attested: likewise where its word came first (R73)',
    file: ATTESTATION,
    text: 'else if (signed !== played.hash) this.#foreignAtMs = played.atMs',
    becomes: '',
    test: ATTESTATION_TEST,
  },
  {
    defence: 'attested: what nobody signed for in time is told (R73)',
    file: ATTESTATION,
    text: "return this.isLate(nowMs) ? 'unconfirmed' : undefined",
    becomes: 'return undefined',
    test: ATTESTED_TEST,
    fact: 'what nobody signed for is in doubt',
  },
  {
    defence: 'attested: pictures are compared (R119)',
    file: RECEIVER,
    text: 'if (binding.isMicrophone ? track.bounds?.isAttested : binding.isAttested)',
    becomes: 'if (track.bounds?.isAttested)',
    test: ATTESTED_TEST,
    fact: 'a picture that nobody signed for',
  },
  {
    defence: 'attested: what its device had not reached when it was asked is told (R120)',
    file: ATTESTATION,
    text: 'if (ahead.length === 0) return undefined',
    becomes: 'return undefined',
    test: ATTESTED_TEST,
    fact: 'what is ahead of all that its device had sealed',
  },
  {
    defence: 'attested: and nothing that came after the question (R120)',
    file: ATTESTATION,
    text: 'ctr >= next && atMs <= askedAtMs',
    becomes: 'ctr >= next',
    test: ATTESTATION_TEST,
  },
  {
    defence: 'attested: an answer counts for one’s own question alone (R120)',
    file: 'packages/sframe/src/doubts.ts',
    text: 'this.#askedAtMs.get(id) ?? -Infinity',
    becomes: 'this.#askedAtMs.get(id) ?? Infinity',
    test: ATTESTED_TEST,
    fact: 'an answer to what one did not ask',
  },
  {
    defence: 'shown: that sound has gaps (R121)',
    file: 'packages/call/src/flow.ts',
    text: "if (sound !== undefined && isBroken) return 'sound-broken'",
    becomes: '',
    test: 'packages/call/src/flow.test.ts',
    fact: 'a second of sound that is left out',
  },
  {
    defence: 'shown: what is wrong with a private voice (R73)',
    file: 'apps/web/src/model/private/withCaucus.ts',
    text: "if (incident.type === 'foreign') return [incident]",
    becomes: '',
    test: 'apps/web/src/model/private/withCaucus.test.ts',
  },
]
