import type { Bytes, SideId } from '@parley/protocol'
import { hasManifestsOf, manifestOf, stripManifests, type ClipStanding } from '@parley/release'
import { sha256Text, type Seal } from '@parley/seal'
import { NotAsSigned, type ClipFilesAtDesk } from './clipFiles.ts'
import type { ClipTools } from './ports.ts'

/** What adding a manifest needs of the desk. */
export type Adding = {
  readonly own: SideId
  readonly seal: Pick<Seal, 'publicKey' | 'signingKey'>
  readonly nowMs: number
  readonly files: Pick<ClipFilesAtDesk, 'file'>
  readonly tools: Pick<ClipTools, 'signerOf'>
  readonly provenance: ReturnType<ClipTools['provenance']>
}

/**
 * The MP4 with this side's manifest on top of those that are there. Before and afterwards the file without its
 * manifests is what all sides signed, and those that were there are of the sides before this one: else it rejects with
 * `NotAsSigned`.
 */
export async function addManifest(standing: ClipStanding, adding: Adding): Promise<Blob> {
  const { clip, hash, answers, newest, files } = standing
  const place = clip.files.findIndex(({ type }) => type === 'video/mp4')
  const [plain, made] = [clip.files[place], files[place]]
  const answer = answers.get(adding.own)
  const sideName = clip.sides.find(({ side }) => side === adding.own)?.name
  if (!plain || !made || sideName === undefined || answer?.is !== 'signed') throw new NotAsSigned()
  const before = await adding.files.file(newest?.file ?? made)
  await expectPlain(before, plain.hash)
  await expectManifests(before, standing)
  const signer = await adding.tools.signerOf(adding.seal, { sideName, nowMs: adding.nowMs })
  const manifest = manifestOf({
    title: clip.title,
    clip: hash,
    jws: answer.jws,
    isFirst: newest === undefined,
    isComposite: true,
  })
  const signed = await adding.provenance.sign({ file: before, manifest, signer })
  const after = new Blob([signed], { type: 'video/mp4' })
  await expectPlain(after, plain.hash)
  return after
}

/** Throws `NotAsSigned` where the file has other manifests than those of the sides that added theirs so far. */
export async function expectManifests(
  file: Blob,
  { clip, hash, order, newest }: ClipStanding,
): Promise<void> {
  const seals = order.slice(0, newest?.manifests ?? 0).flatMap((side) => {
    const found = clip.sides.find((one) => one.side === side)
    return found ? [found.seal] : []
  })
  const bytes: Bytes = new Uint8Array(await file.arrayBuffer())
  if (!(await hasManifestsOf(bytes, { seals, clip: hash }))) throw new NotAsSigned()
}

/** Throws `NotAsSigned` where the file without its manifests is another one. */
export async function expectPlain(file: Blob, hash: string): Promise<void> {
  const bytes: Bytes = new Uint8Array(await file.arrayBuffer())
  if ((await sha256Text(stripManifests(bytes))) !== hash) throw new NotAsSigned()
}
