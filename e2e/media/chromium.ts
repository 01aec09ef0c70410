import { join } from 'node:path'

/** Every browser of tests and benches: asks nobody for a device, plays what a page plays, and calls nobody on its own. */
export const CHROMIUM = {
  ...(process.env['PARLEY_CHROMIUM'] && {
    executablePath: join(import.meta.dirname, 'chromium.sh'),
  }),
  args: [
    '--autoplay-policy=no-user-gesture-required',
    '--use-fake-ui-for-media-stream',
    '--disable-features=WebRtcHideLocalIpsWithMdns',
    '--disable-quic',
    '--disable-background-networking',
    // Letters as wide as they are drawn: rounded to whole pixels, a line is wider than people see it.
    '--font-render-hinting=none',
  ],
  ignoreDefaultArgs: ['--mute-audio'],
}
