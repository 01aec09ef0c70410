/** The server's limits. Each says what a larger and a smaller value would do. */
export const LIMITS = {
  /** Characters of one socket message. Larger: a flooding socket costs more memory. Smaller: a joining commit with a tree of 200 does not fit. */
  messageCharacters: 1280 * 1024,
  /** Bytes of a sealed document. Larger: more disk for strangers. Smaller: a delegation of 200 with its signatures does not fit. */
  documentBytes: 256 * 1024,
  /** Documents of a side. Larger: more disk, and a newcomer reads more, for a desk that goes wild. Smaller: a long call with many passes does not fit. */
  documentsPerSide: 5000,
  /** Characters of a side's sealed documents, likewise. */
  documentCharactersPerSide: 32 * 1024 * 1024,
  /** Bytes of each piece of a file but its last. Larger: more is sent again after a lost line, and held in memory. Smaller: more requests. */
  pieceBytes: 1024 * 1024,
  /** Bytes of a file as it lies at the server. Larger: more disk, and a page that checks one holds more in memory. Smaller: a clip of ten minutes does not fit. */
  fileBytes: 128 * 1024 * 1024,
  /** Files of a side. Larger: more rows for a desk that goes wild. Smaller: clips that are proposed again and again do not fit. */
  filesPerSide: 500,
  /** Bytes of a side's files, likewise. */
  fileBytesPerSide: 2 * 1024 * 1024 * 1024,
  /** Milliseconds that a bearer for files counts. Larger: one that leaks counts longer. Smaller: a slow line asks anew in the midst of a piece. */
  fileBearerMs: 10 * 60_000,
  /** Published versions of one clip, account or other item. Larger: a page that compares more. Smaller: an account that is corrected often does not fit. */
  versionsPerItem: 50,
  /** Seats of a delegation, and seats that a side may open links to in a call. Larger: joins and trees grow slow. Smaller: a summit does not fit. */
  seatsPerCall: 200,
  /** Rooms of a call. Larger: more logs to keep. Smaller: many sides have no caucus. */
  roomsPerCall: 32,
  /** Open enrolments of one seat. Larger: an officer must tell more apart. Smaller: one mail scanner blocks the holder. */
  openEnrolmentsPerSeat: 3,
  /** Turns to join a room that a device may ask for in a minute. Larger: one device can keep a room re-keying. Smaller: a bad line is locked out. */
  joinsPerMinute: 4,
  /** Other commits of a device in a room in a minute, likewise. */
  commitsPerMinute: 10,
  /** Characters of a device's commits in a room in a minute, joining ones among them. Larger: a joiner reads through more noise. Smaller: two commits with a tree of 200 do not fit. */
  commitCharactersPerMinute: 3 * 1024 * 1024,
  /** What a device has kept in a log in a minute. Larger: more disk for whoever goes wild. Smaller: a busy minute is told late. */
  keptPerMinute: 60,
  /** Characters of what is kept, each. Larger: likewise. Smaller: an entry with many events does not fit. */
  keptCharacters: 64 * 1024,
  /** Messages in a second, in the long run, of all sockets of a device, a seal or a link together. Larger: cheaper floods. Smaller: honest bursts wait. */
  messagesPerSecond: 50,
  /** What they may say in one burst. */
  messageBurst: 200,
  /** Characters that count as one message more. Larger: a flood of large messages is cheaper. Smaller: documents and trees wait. */
  charactersPerMessage: 16 * 1024,
  /** Characters in a room's log of one device. Larger: more disk, and more noise for a joiner to read. Smaller: who commits for a large room all day must leave it to others. */
  roomCharactersPerDevice: 32 * 1024 * 1024,
  /** Those of all devices of a side together. Larger: more disk for a desk that goes wild. Smaller: a large side falls silent in a long call. */
  roomCharactersPerSide: 1024 * 1024 * 1024,
  /** Milliseconds a turn to join lasts. Larger: one silent joiner holds up the row. Smaller: slow machines lose their turn. */
  turnMs: 3000,
} as const
