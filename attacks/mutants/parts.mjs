const MOVES = 'packages/seal/src/parts/moves.ts'
const CANDIDATES = 'packages/seal/src/parts/candidates.ts'
const PARTS = 'packages/call/src/parts/parts.ts'
const WORDS = 'packages/client/src/parts/partWords.ts'
const MOVES_TEST = 'packages/seal/src/parts/moves.test.ts'
const WORDS_TEST = 'packages/client/src/parts/partWords.test.ts'
const STORIES = 'attacks/parts.test.ts'

/** @type {readonly import('../../scripts/run/mutants.mjs').Mutant[]} What moves the parts of the agenda, and what opens one. */
export const PARTS_OF_THE_AGENDA = [
  {
    defence: 'parts: a move counts with the word of every side (R78)',
    file: CANDIDATES,
    text: 'isAgreed: by.size === sides.length,',
    becomes: 'isAgreed: by.size >= Math.min(1, sides.length),',
    test: STORIES,
    fact: 'what one side signs for both',
  },
  {
    defence: 'parts: a word of a device that was withdrawn opens nothing (R79)',
    file: CANDIDATES,
    text: 'const counting = isOpen ? all.filter(({ isDoubted }) => !isDoubted) : all',
    becomes:
      'const counting = isOpen ? all.filter(({ isDoubted }) => isDoubted !== undefined) : all',
    test: STORIES,
    fact: 'a device that its side withdrew',
  },
  {
    defence: 'parts: what was refused opens nothing, whoever agrees later (R79)',
    file: MOVES,
    text: 'return isOpen && isForward && refused.size === 0',
    becomes: 'return isOpen && isForward && refused !== undefined',
    test: STORIES,
    fact: 'a proposal that was taken back',
  },
  {
    defence: 'parts: an open part is open once, going forward (R79)',
    file: MOVES,
    text: 'const isForward = (item ?? 0) > before.item && version >= before.version',
    becomes: 'const isForward = (item ?? 0) > 0 && version >= before.version',
    test: MOVES_TEST,
    fact: 'an open part is open once',
  },
  {
    defence: 'parts: of two with one number the closed one (R79)',
    file: MOVES,
    text: 'Number(isOpen(a)) - Number(isOpen(b)) ||',
    becomes: 'Number(isOpen(b)) - Number(isOpen(a)) ||',
    test: STORIES,
    fact: 'two moves to one number',
  },
  {
    defence: 'parts: nothing is open while somebody says that the talks moved on (R81)',
    file: PARTS,
    text: 'const open = isOpenNow(latest) && parts.ahead.length === 0',
    becomes: 'const open = isOpenNow(latest)',
    test: STORIES,
    fact: 'from whom the server keeps',
  },
  {
    defence: 'parts: whoever has more gives it (R81)',
    file: 'packages/client/src/parts/partsRunner.ts',
    text: 'this.#from.give(this.#words.proofsOf(known.move))',
    becomes: '',
    test: STORIES,
    fact: 'from whom the server keeps',
  },
  {
    defence: 'parts: only who speaks for a side says where its talks are (R78)',
    file: WORDS,
    text: 'if (!signer || (seat && !speakers.has(seat))) return []',
    becomes: 'if (!signer) return []',
    test: WORDS_TEST,
    fact: 'nobody else’s is any',
  },
]
