/** The notices of an archive as others cite them, read from the front matter of `content/`: cheaper than the pipeline over all seeds. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { CitableNotice } from '../pipeline/link/biblio.ts';
import { fileDigest } from './original.ts';
import { pipeline } from './pipeline.ts';
import type { ArchiveContext } from './archive.ts';
import { readSeeds } from './seeds.ts';

/** A notice that is in the archive already. */
export interface Neighbour {
  citable: CitableNotice;
  /** `seeds/x.txt` */
  seed: string;
}

type FrontMatter = Pick<Neighbour, 'seed'> & {
  id: string;
  sha256: string;
} & CitableNotice['facts'];

/**
 * The notices of an archive, without links. Only seeds that are new or changed since `npm run generate` go through the pipeline.
 * @param root folder that holds `seeds/` and `content/`
 * @param known of the archive
 * @returns those of the front matter by id, then those read anew by name; the former without anchors, which nothing that is cited needs
 * @throws when there is no folder `seeds/`
 */
export function neighboursOf(
  root: string,
  known: Pick<ArchiveContext, 'holders' | 'works'>,
): Neighbour[] {
  const seeds = new Map(readSeeds(root).map((seed) => [seed.path, seed]));
  const read = frontMatters(join(root, 'content', 'notices')).filter(
    ({ seed, sha256 }) => fileDigest(seeds.get(seed)?.bytes ?? new Uint8Array()) === sha256,
  );
  for (const { seed } of read) seeds.delete(seed);
  const { citable, notices } = pipeline([...seeds.values()], known);
  return [
    ...read.map(({ id, seed, title, enclosure, number, issuer }) => ({
      citable: { id, facts: { title, enclosure, number, issuer }, anchors: new Set<string>() },
      seed,
    })),
    ...citable.map((each, at) => ({ citable: each, seed: notices[at]?.file.path ?? '' })),
  ];
}

function frontMatters(folder: string): FrontMatter[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .flatMap((name) => frontMatterOf(readFileSync(join(folder, name), 'utf8')) ?? []);
}

/** Null for a file that somebody else wrote or damaged: the next run of generate makes it again. */
function frontMatterOf(text: string): FrontMatter | null {
  const source = /^---\n(.*?)\n---\n/s.exec(text)?.[1];
  if (source === undefined) return null;
  try {
    const front = parse(source) as Partial<FrontMatter> | null;
    return typeof front?.id === 'string' && typeof front.seed === 'string'
      ? (front as FrontMatter)
      : null;
  } catch {
    return null;
  }
}
