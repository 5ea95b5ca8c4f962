/** `seeds/` as it is while files are added: names, bytes and notices that are there already. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { VFile } from 'vfile';
import { neighboursOf } from '../../archive/neighbours.ts';
import { pipeline } from '../../archive/pipeline.ts';
import type { Archive, SeedInput } from '../../archive/archive.ts';
import type { CitableNotice } from '../../pipeline/link/biblio.ts';
import { holdersOf, readLock } from '../../permalinks/address-lock.ts';
import { readText, SEED_GUIDE } from '../../archive/seeds.ts';
import { replaceFile } from '../../archive/write.ts';
import { fileDigest } from '../../archive/original.ts';

/** A file to be written into `seeds/`. */
export interface NewFile {
  name: string;
  bytes: Uint8Array;
}

/** The seeds of an archive, and what is added to them. */
export class SeedFolder {
  readonly #folder: string;
  readonly #works: VFile | null;
  readonly #holders: ReadonlyMap<string, string>;
  /** Digest → name, of seeds and originals. */
  readonly #digests = new Map<string, string>();
  /** Names in lower case: some systems do not tell `A.txt` from `a.txt`. The name of the guide is never free. */
  readonly #names = new Set<string>([SEED_GUIDE.toLowerCase()]);
  #notices: readonly CitableNotice[];
  /** Notice id → its seed. */
  readonly #seeds = new Map<string, string>();

  /**
   * @param root folder that holds `seeds/`
   * @throws when there is no folder `seeds/`
   */
  constructor(root: string) {
    this.#folder = join(root, 'seeds');
    this.#works = readText(root, 'seeds/works.yaml');
    this.#holders = holdersOf(readLock(root).lock);
    for (const entry of readdirSync(this.#folder, { withFileTypes: true })) {
      this.#names.add(entry.name.toLowerCase());
      const isWritten = /\.(?:yaml|json|part)$/i.test(entry.name) || entry.name === SEED_GUIDE;
      if (entry.isFile() && !isWritten)
        this.#digests.set(fileDigest(readFileSync(join(this.#folder, entry.name))), entry.name);
    }
    const neighbours = neighboursOf(root, { holders: this.#holders, works: this.#works });
    this.#notices = neighbours.map(({ citable }) => citable);
    for (const { citable, seed } of neighbours) this.#seeds.set(citable.id, seed);
  }

  /** The name of the file that holds these bytes, or null. */
  holderOf(bytes: Uint8Array): string | null {
    return this.#digests.get(fileDigest(bytes)) ?? null;
  }

  /** Whether a name is taken. */
  has(name: string): boolean {
    return this.#names.has(name.toLowerCase());
  }

  /** Takes a seed through the pipeline, among those that are there. */
  understand(seed: SeedInput): Archive {
    return pipeline([seed], {
      holders: this.#holders,
      // a file of its own each time: messages about works are not about this seed
      works: this.#works && readAgain(this.#works),
      neighbours: this.#notices,
    });
  }

  /** The seed of the notice that has an id or a number already, or null. */
  seedOf({ id, facts }: CitableNotice): string | null {
    const twin = this.#notices.find(
      (each) => each.id === id || (facts.number !== null && each.facts.number === facts.number),
    );
    return twin ? (this.#seeds.get(twin.id) ?? null) : null;
  }

  /** Counts a notice among those that are there. */
  keep(notice: CitableNotice, seed: string): void {
    this.#notices = [...this.#notices, notice];
    this.#seeds.set(notice.id, seed);
  }

  /**
   * Notes files as being there.
   * @param files as they will lie in `seeds/`
   */
  claim(files: readonly NewFile[]): void {
    for (const { name, bytes } of files) {
      this.#names.add(name.toLowerCase());
      this.#digests.set(fileDigest(bytes), name);
    }
  }

  /**
   * Writes files, all of them or none; never over one that is there.
   * @throws when the disk refuses
   */
  write(files: readonly NewFile[]): void {
    const written: string[] = [];
    try {
      for (const { name, bytes } of files) {
        const path = join(this.#folder, name);
        if (existsSync(path)) throw new Error(`${path} came to be there meanwhile`);
        replaceFile(path, bytes);
        written.push(path);
      }
    } catch (error) {
      for (const path of written) rmSync(path, { force: true });
      throw error;
    }
  }
}

function readAgain(file: VFile): VFile {
  return Object.assign(Object.create(Object.getPrototypeOf(file) as object) as VFile, file, {
    messages: [],
  });
}
