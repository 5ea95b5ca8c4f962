/** The files that reference managers read: EndNote, Zotero, JabRef, NoteExpress. */
import { bibtex, cslItem, ris } from './bibliography-formats.ts';
import type { Reference } from './reference.ts';

/** One way to hand a reference to a program. */
export interface ReferenceFile {
  /** Behind the id of the notice or the key of the reference: `bib`. */
  extension: string;
  /** For the reader. */
  name: string;
  /** Media type. */
  type: string;
  write: (reference: Reference) => string;
}

/** In the order in which they are offered. */
export const REFERENCE_FILES: readonly ReferenceFile[] = [
  {
    extension: 'bib',
    name: 'BibTeX',
    type: 'application/x-bibtex; charset=utf-8',
    write: bibtex,
  },
  {
    extension: 'ris',
    name: 'RIS',
    type: 'application/x-research-info-systems; charset=utf-8',
    write: ris,
  },
  {
    // a list with one item: what readers of CSL-JSON expect in a file
    extension: 'csl.json',
    name: 'CSL-JSON',
    type: 'application/vnd.citationstyles.csl+json; charset=utf-8',
    write: (reference) => `${JSON.stringify([cslItem(reference)], null, 2)}\n`,
  },
];
