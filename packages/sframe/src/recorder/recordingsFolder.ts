/** The folder of the browser's own file system (OPFS) in which recordings lie. */
export const RECORDINGS_FOLDER = 'recordings'
