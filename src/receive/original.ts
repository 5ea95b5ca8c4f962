/** 原件: the file that a seed was read from. It lies beside the seed; the sidecar names it with its digest. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VFile } from 'vfile';
import { report } from '../notice/report.ts';
import { readText } from '../pipeline/seeds.ts';
import { readSidecar } from '../works/read-sidecar.ts';
import type { Original } from '../works/work.ts';

/** The digest that originals are known by. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What a sidecar says of where a text comes from. */
export interface Origin {
  original: Original | null;
  source: string | null;
  licence: string | null;
}

/**
 * Where the text of a seed comes from.
 * @param root folder that holds `seeds/`
 * @param seed its path, `seeds/x.txt`
 * @returns all null where no sidecar says anything, or it cannot be read (the pipeline says so)
 */
export function originOf(root: string, seed: string): Origin {
  const file = readText(root, `${seed}.yaml`);
  if (!file) return { original: null, source: null, licence: null };
  const { original, source, licence } = readSidecar(file).sidecar;
  return { original, source, licence };
}

/** The bytes of an original; null: it is gone. */
export function originalBytes(root: string, { file }: Original): Uint8Array<ArrayBuffer> | null {
  const path = join(root, 'seeds', file);
  return existsSync(path) ? new Uint8Array(readFileSync(path)) : null;
}

/**
 * Looks whether originals are what they were.
 * @param root folder that holds `seeds/`
 * @param seeds files with their messages; one whose original is gone or changed gets an error, `original`
 */
export function checkOriginals(root: string, seeds: readonly VFile[]): void {
  for (const seed of seeds) {
    const { original } = originOf(root, seed.path);
    if (!original) continue;
    const bytes = originalBytes(root, original);
    if (bytes && digestOf(bytes) === original.sha256) continue;
    report(seed, {
      ruleId: 'original',
      severity: 'error',
      reason: `The original seeds/${original.file} ${bytes ? 'is not the file that was added: its digest differs' : 'is gone'}. 原件${bytes ? '与登记的校验值不符' : '缺失'}。`,
      note: `Put the file back as it was, or take \`original\` out of ${seed.path}.yaml.`,
    });
  }
}

/** What a browser may be given as it is: files that it saves or shows apart. A web page would run as one of ours. */
const OFFERED = new Map(Object.entries({
  docx: 'docx', dotx: 'dotx', pdf: 'pdf', html: 'html.txt', htm: 'html.txt', xhtml: 'html.txt', shtml: 'html.txt',
})); // prettier-ignore

/**
 * The ending under which a page offers an original.
 * @returns null: it is not offered (files with macros)
 */
export function offeredAs({ file }: Original): string | null {
  return OFFERED.get(/\.([^.]+)$/.exec(file)?.[1]?.toLowerCase() ?? '') ?? null;
}
