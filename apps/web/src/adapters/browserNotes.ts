import type { Notes } from '../model/desk/rememberedZones.ts'

/** What this browser keeps from one visit to the next. One that keeps nothing is asked again each time. */
export const browserNotes: Notes = {
  getItem(key) {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  },
  setItem(key, text) {
    try {
      localStorage.setItem(key, text)
    } catch {
      return
    }
  },
}
