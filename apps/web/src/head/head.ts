// Runs before all else and before anything is painted, while the page's own script is still on its way. It is one
// file, in the syntax of browsers that are too old for the rest: `headScript.ts` writes it.
import { showKeptTheme } from '../components/theme.ts'
import { bringAhead, type OfASeat } from './ahead.ts'
import { isFit } from './fit.ts'

declare const OF_A_SEAT: OfASeat

if (isFit()) {
  showKeptTheme()
  bringAhead(OF_A_SEAT)
}
