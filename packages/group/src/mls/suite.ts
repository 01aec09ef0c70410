import {
  defaultCryptoProvider,
  defaultPaddingConfig,
  getCiphersuiteFromName,
  getCiphersuiteImpl,
  type Capabilities,
  type CiphersuiteImpl,
  type ClientConfig,
} from 'ts-mls'
import { leafSignature } from './leafKey.ts'

/** X-Wing, AES-256-GCM, SHA-512, Ed25519: the one suite there is. */
export const SUITE = 'MLS_256_XWING_AES256GCM_SHA512_Ed25519'

/** The number of the one group-context extension, from the range for private use. */
export const TERMS_EXTENSION = 0xff50

/** What every leaf says that it can do; a leaf that says otherwise is void. */
export const CAPABILITIES: Capabilities = {
  versions: ['mls10'],
  ciphersuites: [SUITE],
  extensions: [TERMS_EXTENSION],
  proposals: [],
  credentials: ['basic'],
}

let suite: Promise<CiphersuiteImpl> | undefined

/** The suite, with leaf keys that never lie in memory. */
export function getSuite(): Promise<CiphersuiteImpl> {
  suite ??= getCiphersuiteImpl(getCiphersuiteFromName(SUITE), defaultCryptoProvider).then(
    (implementation) => ({ ...implementation, signature: leafSignature }),
  )
  return suite
}

/**
 * What the library needs beside a state. It believes the credentials that were verified before and no
 * other; no clock decides; and no key of an earlier epoch is kept (0 would keep every one for ever).
 */
export function configFor(check: {
  isVerified: (identity: Uint8Array, leafKey: Uint8Array) => boolean
  isSameSeat?: (identity: Uint8Array) => boolean
}): ClientConfig {
  return {
    keyRetentionConfig: {
      retainKeysForGenerations: 10,
      retainKeysForEpochs: 1,
      maximumForwardRatchetSteps: 200,
    },
    lifetimeConfig: { maximumTotalLifetime: 2n ** 62n, validateLifetimeOnReceive: false },
    paddingConfig: defaultPaddingConfig,
    keyPackageEqualityConfig: {
      compareKeyPackages: () => false,
      compareKeyPackageToLeafNode: (_package, { credential }) =>
        credential.credentialType === 'basic' && check.isSameSeat?.(credential.identity) === true,
    },
    authService: {
      validateCredential: async (credential, leafKey) =>
        credential.credentialType === 'basic' && check.isVerified(credential.identity, leafKey),
    },
  }
}
