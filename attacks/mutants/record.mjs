const ENTRY = 'packages/seal/src/statements/entry.ts'
const SIGNERS = 'packages/release/src/record/signers.ts'
const VERIFY = 'packages/release/src/record/verifyRecord.ts'
const BOOK = 'packages/client/src/record/recordBook.ts'
const VERSION = 'packages/release/src/verify/publications/verifyVersion.ts'
const PUBLICATION = 'packages/release/src/verify/publications/verifyPublication.ts'
const ENTRY_TEST = 'packages/seal/src/statements/entry.test.ts'
const RECORD_TEST = 'packages/release/src/record/verifyRecord.test.ts'
const PUBLICATION_TEST = 'packages/release/src/verify/publications/verifyPublication.test.ts'
const SERVER_TEST = 'apps/server/src/public/publications.test.ts'
const STORIES = 'attacks/record.test.ts'

/** @type {readonly import('../../scripts/run/mutants.mjs').Mutant[]} What the record is made of, and what is released. */
export const RECORD = [
  {
    defence: 'record: an entry is signed by the key that it names (R2)',
    file: ENTRY,
    text: "const payload = await verifyJws(jws, 'parley-entry', claimed.by)",
    becomes: 'const payload = payloadOf(jws)',
    test: ENTRY_TEST,
  },
  {
    defence: 'record: an entry counts by a seal of the plan or an agreed seat',
    file: SIGNERS,
    text: 'return signer ? [{ ...one, signer }] : []',
    becomes:
      "return [{ ...one, signer: signer ?? { is: 'desk', side: [...papers.seals.keys()][0] } }]",
    test: STORIES,
    fact: 'an entry that its side did not sign',
  },
  {
    defence: 'record: a leaf is tied to its seat by its device',
    file: SIGNERS,
    text: 'const isLeaf = said?.leaf === leaf && said.pass === hash && said.room === PLENARY',
    becomes: 'const isLeaf = said?.pass === hash && said.room === PLENARY',
    test: RECORD_TEST,
    fact: 'an entry that somebody outside made up',
  },
  {
    defence: 'record: an entry that another names is asked for (R86)',
    file: BOOK,
    text: 'this.#exchange.lack([...new Set([...missingFrom(entries), ...wanted])])',
    becomes: 'this.#exchange.lack([...new Set([...missingFrom(entries), ...wanted])].slice(0, 0))',
    test: STORIES,
    fact: 'from which desk the last entry is kept',
  },
  {
    defence: 'record: the last one of what another side signed is asked for, too (R86)',
    file: BOOK,
    text: 'wording?.payload.tips.filter((hash) => !known.has(hash)) ?? []',
    becomes: 'wording?.payload.tips.filter((hash) => known.has(hash)) ?? []',
    test: STORIES,
    fact: 'from which desk the last entry is kept',
  },
  {
    defence: 'record: a side that signed another under that version is told so',
    file: 'packages/client/src/record/recordWording.ts',
    text: "return { side, is: hasOther ? 'signed-other' : 'awaited' }",
    becomes: "return { side, is: hasOther ? 'awaited' : 'awaited' }",
    test: STORIES,
    fact: 'two desks that are shown two records',
  },
  {
    defence: 'record: what sides signed is this very file (R88)',
    file: VERIFY,
    text: "throw new BrokenRecord({ because: 'other-file' })",
    becomes: 'signed.length = 0',
    test: RECORD_TEST,
    fact: 'an entry that is dropped is found',
  },
  {
    defence: 'record: a side’s word is by its seal (R88)',
    file: VERIFY,
    text: 'if (await isSignedBy(jws, seal)) return side',
    becomes: 'if ((await isSignedBy(jws, seal)) || seal) return side',
    test: RECORD_TEST,
  },
  {
    defence: 'record: a gap is told (R86)',
    file: 'packages/release/src/record/gaps.ts',
    text: "if (heard !== null && !known.has(heard)) gaps.push({ is: 'not-here', signer, n, hash: heard })",
    becomes: '',
    test: 'packages/release/src/record/gaps.test.ts',
  },
  {
    defence: 'release: no version without the signature of every side that it names (R116)',
    file: VERSION,
    text: "if (missing[0]) return notProven('missing-signature', { version, side: missing[0].name })",
    becomes: '',
    test: PUBLICATION_TEST,
    fact: 'a server that publishes with one signature missing',
  },
  {
    defence: 'release: each of them over the same text (R116)',
    file: VERSION,
    text: "if (other) return notProven('two-wordings', { version, side: other.by.name })",
    becomes: '',
    test: PUBLICATION_TEST,
    fact: 'one side’s signature under another text',
  },
  {
    defence: 'release: the signature is good (R116)',
    file: 'packages/release/src/verify/publications/signedAs.ts',
    text: "await verifyJws(jws, 'parley-document', seal)",
    becomes: 'payloadOf(jws)',
    test: PUBLICATION_TEST,
    fact: 'a signature of somebody else',
  },
  {
    defence: 'release: each version after the one before (R115)',
    file: PUBLICATION,
    text: "if (previous !== before.hash || version.version <= before.version) return 'broken-chain'",
    becomes: '',
    test: PUBLICATION_TEST,
    fact: 'a correction follows',
  },
  {
    defence: 'release: and none before the first (R115)',
    file: PUBLICATION,
    text: "if (!before) return previous === null ? undefined : 'broken-chain'",
    becomes: 'if (!before) return undefined',
    test: PUBLICATION_TEST,
    fact: 'a correction follows',
  },
  {
    defence: 'release: by the same seals (R116)',
    file: PUBLICATION,
    text: "return sealsOf(version) === sealsOf(before) ? undefined : 'other-seals'",
    becomes: 'return undefined',
    test: PUBLICATION_TEST,
    fact: 'a version of another seal',
  },
  {
    defence: 'release: the server shows nothing that one side did not sign (R108)',
    file: 'packages/release/src/publications/publicVersion.ts',
    text: "if (needed.some((side) => !signers.has(side))) throw new Refusal('not-agreed')",
    becomes: '',
    test: SERVER_TEST,
  },
  {
    defence: 'release: an older version beside a newer one is told (R115)',
    file: 'packages/release/src/verify/publications/besideOthers.ts',
    text: 'versions.some(({ version }) => version > newest)',
    becomes: 'versions.some(({ version }) => version < newest)',
    test: 'attacks/release.test.ts',
    fact: 'an older readout that the server shows',
  },
  {
    defence: 'release: another text under the same version is told (R115)',
    file: 'packages/release/src/verify/publications/besideOthers.ts',
    text: "if (isOther) return notProven('two-wordings', { item: verdict.item, version })",
    becomes: '',
    test: 'packages/release/src/verify/publications/besideOthers.test.ts',
  },
  {
    defence: 'release: only what the same seals signed is held to each other (R115)',
    file: 'packages/release/src/verify/publications/besideOthers.ts',
    text: 'other.call === call && sealsOf(other) === sealsOf({ signers })',
    becomes: 'other.call === call && signers.length > 0',
    test: 'packages/release/src/verify/publications/besideOthers.test.ts',
  },
  {
    defence: 'release: a code that was given is that of a seal that signed',
    file: 'packages/release/src/verify/expectedCode.ts',
    text: "return codes.every((code) => had.includes(code)) ? verdict : notProven('other-code')",
    becomes: 'return codes.every((code) => had.includes(code)) ? verdict : verdict',
    test: 'attacks/release.test.ts',
    fact: 'a readout that the server signed',
  },
]
