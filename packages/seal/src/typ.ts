/** What a signature is for. It is in the signed header, so none made for one use can stand for another. */
export type Typ =
  | 'parley-document'
  | 'parley-pass'
  | 'parley-leaf'
  | 'parley-sign-in'
  | 'parley-enrolment'
  | 'parley-desk'
  | 'parley-media'
  | 'parley-presence'
  | 'parley-entry'
  | 'parley-recording'
  | 'parley-remarks'
  | 'parley-seal-card'
