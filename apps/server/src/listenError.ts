import { StartError } from './startError.ts'

/** The sentence for an address and port that cannot be listened at; else the error. */
export function listenError(
  error: unknown,
  { host, port }: { host: string; port: number },
): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const sentence = sentenceFor(code, { host, port })
  return sentence === undefined ? error : new StartError(sentence, { cause: error })
}

function sentenceFor(code: unknown, { host, port }: { host: string; port: number }) {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken: end what listens there, or set PARLEY_PORT to another.`
    case 'EACCES':
    case 'EPERM':
      return `Port ${port} is not for this user: set PARLEY_PORT to one above 1023.`
    case 'EADDRNOTAVAIL':
    case 'EAI_AGAIN':
    case 'EINVAL':
    case 'ENOTFOUND':
      return `${host} is no address of this machine: set PARLEY_HOST to one that is.`
    default:
      return undefined
  }
}
