/** Something that is not as in the build, or keeps one from knowing that. */
export type Finding =
  /** Other bytes under a path of the build. */
  | { readonly is: 'differs'; readonly path: string }
  /** A path of the build that is not served; `why` goes on from “it”. */
  | { readonly is: 'missing'; readonly path: string; readonly why: string }
  /** Served, and not in the build. */
  | { readonly is: 'added'; readonly path: string; readonly by: 'page' | 'list' }
  /** The page names an address of another origin, which was not asked for. */
  | { readonly is: 'elsewhere'; readonly address: string }
  /** Where the page has another line than the build; only the number is known of a page that is cut short. */
  | { readonly is: 'page'; readonly number: number; readonly text: string }
  /** A header under which the page is not what it is under that of the build. */
  | { readonly is: 'header'; readonly name: string; readonly value: string | null }
  /** A script under another policy than its own, which counts where it is a worker. */
  | { readonly is: 'policy'; readonly path: string; readonly value: string | null }
  /** It lists another client, or none. */
  | { readonly is: 'other-client'; readonly wanted: string }

/** What is served, beside what it was compared with. */
export type Verdict = {
  readonly origin: string
  readonly findings: readonly Finding[]
  /** Files of the build, and how many of them are served as they are. */
  readonly files: number
  readonly same: number
  /** It is not the client that was named, so its files were compared with its own list. */
  readonly isByOwnList: boolean
  /** The code of the list that is served, where there is one. */
  readonly served: { readonly digits: readonly string[]; readonly hex: string } | undefined
  /** What the operator set of the page. */
  readonly settings: ReadonlyMap<string, string>
}
