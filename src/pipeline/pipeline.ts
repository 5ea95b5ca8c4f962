/** The way of a notice: read → scan → parse → anchor → identify → check. Calls the stages and does nothing else. */
import type { VFile } from 'vfile';
import { check } from '../checks/check.ts';
import type { Finished } from '../exports/json.ts';
import { factsOf } from '../notice/facts.ts';
import { hasErrors } from '../notice/report.ts';
import { physicalLines } from '../notice/seed-text.ts';
import { anchor } from './anchor.ts';
import { identify, type Parsed } from './identify.ts';
import { parse } from './parse/parse.ts';
import { read } from './read.ts';
import { scan } from './scan/scan.ts';

/** A file as it lies in `seeds/`. */
export interface SeedFile {
  /** As people know it: `seeds/x.txt`. */
  path: string;
  bytes: Uint8Array;
}

export interface Archive {
  /** In the order of the seeds. */
  notices: Finished[];
  /** Every seed with its messages, those that could not be read included. */
  files: VFile[];
}

/**
 * Takes seeds through all stages. Throws for no input; what is wrong stands on the files.
 * @param seeds in any order
 * @param holders who holds a published id: id → document number
 */
export function pipeline(seeds: readonly SeedFile[], holders?: ReadonlyMap<string, string>): Archive {
  const files = seeds.toSorted(byPath).map(({ path, bytes }) => read(path, bytes));
  const parsed = files.filter((file) => !hasErrors(file)).map(toNotice);
  identify(parsed, holders);
  for (const { notice, file } of parsed) check(notice, file);
  return { files, notices: parsed.map(({ notice, file }) => ({ notice, file, facts: factsOf(notice) })) };
}

function byPath(one: SeedFile, other: SeedFile): number {
  return one.path < other.path ? -1 : one.path > other.path ? 1 : 0;
}

function toNotice(file: VFile): Parsed {
  const text = String(file.value);
  const lines = physicalLines(text).map((line) => line.start);
  return { file, notice: anchor(parse(scan(text), text, lines)) };
}
