/** Runs in the page. */
export function saysThatIsOut(name: string): boolean {
  return document.body.textContent?.includes(`${name} is no longer in the room`) ?? false
}

/** Sees it however briefly it stands there. */
export function untilOneComesBack(): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => {
      if (!/Joining again|Coming back/.test(document.body.textContent ?? '')) return
      watching.disconnect()
      resolve(true)
    }
    const watching = new MutationObserver(look)
    watching.observe(document, { subtree: true, childList: true, characterData: true })
  })
}
