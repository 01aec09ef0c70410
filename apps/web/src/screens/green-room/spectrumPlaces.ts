/** Where the spectrum of a voice is drawn, and where in it begins and ends what interpreters need. */
export const SPECTRUM = {
  viewBox: '0 -14 480 160',
  width: 480,
  base: 122,
  from: 73,
  to: 424,
} as const
