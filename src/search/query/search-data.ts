/**
 * The files of search as the browser gets them. Each is one call, `wenhaoSearch(build, name, payload)`: a classic script
 * works on `file://` too, and a truncated file makes no call.
 */

/** An archive of so few parts is read as a whole: that is less than an index with its texts. */
export const FEW_PARTS = 6;

/** `search/manifest.js` */
export interface SearchManifest {
  /** Number of `text-N.js`, each an array of packed notices, newest first. */
  parts: number;
  /** Number of `pairs-N.js`; none where there are few parts. */
  buckets: number;
  /** Traditional characters the archive needs, each followed by its simplified one. */
  variants: string;
}

/**
 * `search/pairs-N.js`: a pair or a single character → the parts it stands in; empty for those that stand in most parts.
 * A key that is missing stands nowhere.
 */
export type PairBucket = Record<string, string>;

/** An entry of `search/numbers.js`: what the number of a notice leads to; of a former notice, to its former page. */
export interface NumberedNotice {
  id: string;
  number: string | null;
  city: string | null;
  year: number | null;
  /** The part its text is in; of a former notice it is not there. */
  part: number;
}

/** The function that the files call. */
export type Deliver = (build: string, name: string, payload: unknown) => void;
