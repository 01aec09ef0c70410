import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Proven, ProvenVersion } from '@parley/release'
import { Signed } from './Signed.tsx'

/** What was signed, and when they say so: each version, oldest first. */
export function WhatSigned({ verdict }: { verdict: Proven }): ReactNode {
  switch (verdict.of) {
    case 'publication':
      return (
        <ul className="versions">
          {verdict.versions.map((version) => (
            <li key={version.hash}>
              <OneVersion version={version} />
            </li>
          ))}
        </ul>
      )
    case 'media':
      return (
        <div>
          <OneVersion version={verdict.clip} />
          <p className="small muted">
            {verdict.manifests === 'none' ? (
              <Trans>The file has no manifests in it; its statement came beside it.</Trans>
            ) : (
              <Trans>The file has a manifest of every side in it.</Trans>
            )}
          </p>
          <p className="hash">
            <Trans>SHA-256 before any manifest:</Trans>{' '}
            <bdi className="code">{hexOf(verdict.file.hash)}</bdi>
          </p>
        </div>
      )
    case 'record':
      return (
        <div>
          <p className="result__title">
            <bdi>{verdict.title}</bdi>
          </p>
          <p className="small muted">
            <Plural
              value={verdict.entries}
              one="Record of a call, # entry"
              other="Record of a call, # entries"
            />
            : <Signed at={verdict.from} /> – <Signed at={verdict.to} />
          </p>
        </div>
      )
  }
}

/** As other tools write it. */
function hexOf(hash: string): string {
  return Uint8Array.fromBase64(hash, { alphabet: 'base64url' }).toHex()
}

function OneVersion({ version }: { version: ProvenVersion }): ReactNode {
  const { payload, version: number } = version
  return (
    <>
      <p className="result__title">
        <Kind is={version.is} />: <bdi>{payload.title}</bdi>
      </p>
      <p className="small muted">
        <Trans>Version {number}, signed as of</Trans> <Signed at={payload.at} />
      </p>
    </>
  )
}

function Kind({ is }: { is: ProvenVersion['is'] }): ReactNode {
  const { t } = useLingui()
  return { announcement: t`Announcement`, clip: t`Clip`, readout: t`Readout` }[is]
}
