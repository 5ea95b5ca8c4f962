/** receive: a file of an office → the text of a seed, or why it has none. */
import { readDocx } from './docx/docx.ts';
import { readHtml } from './html/html.ts';
import { type FileKind, kindOf } from './kind.ts';
import { readPdf } from './pdf/pdf.ts';
import { type Received, Refused, type Remark } from './received.ts';
import { refused } from './refuse.ts';

/** What came of a file. */
export type ReadResult = ({ kind: FileKind } & Received) | { refusal: Remark };

type Reader = (bytes: Uint8Array) => Received | Promise<Received>;

const READERS: Record<FileKind, Reader> = {
  // decoded by the pipeline, with the rules of seeds
  text: () => ({ text: null, remarks: [] }),
  html: readHtml,
  docx: readDocx,
  pdf: readPdf,
};

/**
 * Reads a file of any kind. Never throws.
 * @param name with its ending
 * @param bytes of the file
 */
export async function readFileOf(name: string, bytes: Uint8Array): Promise<ReadResult> {
  const kind = kindOf(name, bytes);
  try {
    if (!(kind in READERS)) throw refused(kind as Exclude<typeof kind, FileKind>);
    return { kind: kind as FileKind, ...(await READERS[kind as FileKind](bytes)) };
  } catch (error) {
    // whatever a reader stumbles over lies in the file: nesting without end, numbers out of range
    const why = error instanceof Refused ? error : refused('damaged', reasonOf(error));
    return { refusal: why.remark };
  }
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 120);
}
