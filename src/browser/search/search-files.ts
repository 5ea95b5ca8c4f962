import { type NoticeText, type PackedNotice, unpack } from '../../search/query/notice-text.ts';
import type {
  Deliver,
  SearchManifest,
  NumberedNotice,
  PairBucket,
} from '../../search/query/search-data.ts';
import type { WorkText } from '../../search/query/work-text.ts';
import { loadScript } from '../shared/run-script.ts';

/**
 * The files of search, loaded by script elements when they are needed: the only way on `file://`. A file
 * that is missing, cut off or of another build than the first one is an error.
 */

declare global {
  interface Window {
    /** Called by each file under `search/`. */
    wenhaoSearch?: Deliver;
  }
}

const script = document.currentScript;

/** Address of the site's folder: this script is in `assets/`. */
export const root = new URL('../', script instanceof HTMLScriptElement ? script.src : location.href)
  .href;

const files = new Map<string, Promise<unknown>>();
const delivered = new Map<string, unknown>();
let build: string | undefined;
let loading = 0;

window.wenhaoSearch = (from, name, payload) => {
  build ??= from;
  if (from === build) delivered.set(name, payload);
};

// A truncated file is a syntax error: reported on the page, not in the console.
window.addEventListener('error', (event) => {
  if (loading > 0 && (event.filename === '' || event.filename.startsWith(`${root}search/`))) {
    event.preventDefault();
  }
});

export const loadManifest = (): Promise<SearchManifest> => load('manifest');
export const loadPairs = (bucket: number): Promise<PairBucket> => load(`pairs-${bucket}`);
export const loadNumbers = (): Promise<NumberedNotice[]> => load('numbers');
export const loadWorks = (): Promise<WorkText[]> => load('works');

const parts = new Map<PackedNotice[], NoticeText[]>();

/** The notices of a part, the same objects every time. */
export async function loadPart(part: number): Promise<NoticeText[]> {
  const packed = await load<PackedNotice[]>(`text-${part}`);
  const notices = parts.get(packed) ?? packed.map(unpack);
  parts.set(packed, notices);
  return notices;
}

/** Loads a file once; what failed is tried again when it is asked for again. */
function load<Payload>(name: string): Promise<Payload> {
  const known = files.get(name) ?? fetchFile(name);
  files.set(name, known);
  known.catch(() => files.delete(name));
  return known as Promise<Payload>;
}

async function fetchFile(name: string): Promise<unknown> {
  loading += 1;
  try {
    await loadScript(`${root}search/${name}.js`);
  } finally {
    loading -= 1;
  }
  if (!delivered.has(name)) throw new Error(`search/${name}.js is damaged or of another build`);
  return delivered.get(name);
}
