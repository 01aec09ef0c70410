/** What is wrong with how the server was started, in one sentence for whoever started it. */
export class StartError extends Error {
  override readonly name = 'StartError'
}
