// Modules that a page asks for, each with all that it imports, by when it does.

/** What every page begins with. */
export const PAGE = ['index.html']

/** What a seat's page and its green room begin with, beside that. */
export const SEAT = ['src/screens/seat/seatPage.ts']

/** What comes while one looks at the green room, for the press. */
export const CALL = ['src/model/seat/callCode.ts', 'src/screens/call/CallScreen.tsx']

/** What comes after it, for the checks of the green room. */
export const CHECKS = ['src/model/check/checks.ts', 'src/screens/green-room/check/parts.ts']
