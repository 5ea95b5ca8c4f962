/** One seed through the stages that need no other: read, scan, parse, anchor, facts. */
import type { VFile } from 'vfile';
import { NO_SIDECAR, readSidecar, type ReadSidecar } from '../authored/read-sidecar.ts';
import { factsOf } from '../model/facts.ts';
import { lineStarts } from '../model/place.ts';
import type { Notice } from '../model/tree.ts';
import { anchor, anchorsIn } from '../pipeline/anchor.ts';
import type { Parsed } from '../pipeline/identify.ts';
import type { CitableNotice } from '../pipeline/link/biblio.ts';
import { parse } from '../pipeline/parse/parse.ts';
import { read } from '../pipeline/read.ts';
import { scan } from '../pipeline/scan/scan.ts';
import { type NoticeWithFacts, supplyFacts } from '../pipeline/supplied-facts.ts';
import type { SeedInput } from './archive.ts';

/** A seed that was decoded, with its sidecar. */
export interface ReadSeed {
  file: VFile;
  sidecar: VFile | undefined;
  /** What the sidecar says; nothing where there is none. */
  read: ReadSidecar;
}

/** A seed that was understood, by itself. */
export interface SeedNotice extends ReadSeed, Parsed, NoticeWithFacts {}

/** Decodes a seed and reads its sidecar; what is wrong stands on both files. */
export function readSeed({ path, bytes, sidecar }: SeedInput): ReadSeed {
  return {
    file: read(path, bytes),
    sidecar,
    read: sidecar ? readSidecar(sidecar) : NO_SIDECAR,
  };
}

/**
 * Understands a seed.
 * @param seed readable
 * @returns its notice, anchored, without an id yet
 */
export function understand(seed: ReadSeed): SeedNotice {
  const { file, sidecar, read: said } = seed;
  const notice = noticeOf(String(file.value));
  return {
    ...seed,
    notice,
    given: said.sidecar.id,
    ...supplyFacts(notice, factsOf(notice), said, sidecar ?? file),
  };
}

/** The notice as others may cite it. */
export function citableOf({ notice, facts }: SeedNotice): CitableNotice {
  return { id: notice.id, facts, anchors: anchorsIn(notice) };
}

function noticeOf(text: string): Notice {
  return anchor(parse(scan(text), text, lineStarts(text)));
}
