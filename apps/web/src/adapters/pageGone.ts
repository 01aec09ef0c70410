/** Tells when the page closes or goes elsewhere: what is sent then still goes out, what is waited for does not come. */
export function onPageGone(tell: () => void): Disposable {
  addEventListener('pagehide', tell)
  return { [Symbol.dispose]: () => removeEventListener('pagehide', tell) }
}
