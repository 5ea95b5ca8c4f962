/** `seeds/<file>.yaml`: VFile → what a person says about a seed. */
import { isDeepStrictEqual } from 'node:util';
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import { recordedIn, type Recorded } from './move-records.ts';
import { sidecarSchema } from './sidecar-schema.ts';
import { NO_FACTS } from './fact-schema.ts';
import type { Erratum, Sidecar } from './sidecar-schema.ts';
import { readYaml } from './yaml-file.ts';
import type { Path } from './yaml-path.ts';

/** A sidecar, and where its errata stand in it. */
export interface ReadSidecar {
  sidecar: Sidecar;
  /**
   * Where an erratum is recorded, for messages about it.
   * @param index in `sidecar.errata.list`
   * @param key of the erratum
   */
  placeOf: (index: number, key: keyof Erratum) => Point;
  /**
   * Where anything else stands in it.
   * @param path of a fact or a topic correction
   */
  placeAt: (path: Path) => Point;
  /** Moves and withdrawals of addresses. */
  recorded: Recorded[];
}

const TOP: Point = { line: 1, column: 1, offset: 0 };

/** For a seed without a sidecar. */
export const NO_SIDECAR: ReadSidecar = {
  sidecar: {
    id: null,
    original: null,
    source: null,
    licence: null,
    facts: NO_FACTS,
    errata: { apply: null, list: [] },
    topics: { add: [], remove: [] },
  },
  placeOf: () => TOP,
  placeAt: () => TOP,
  recorded: [],
};

const YAML_RULES = { syntax: 'sidecar-syntax', schema: 'sidecar-schema' };

/**
 * Reads a sidecar. Never throws; whether its errata fit the seed is found by `locateErrata`; its facts are checked by `supplyFacts`, its topics by `correctTopics`.
 * @param file gets the messages, all errors: `sidecar-syntax`, `sidecar-schema`
 * @returns an empty one when the file cannot be read
 */
export function readSidecar(file: VFile): ReadSidecar {
  const read = readYaml(file, sidecarSchema, YAML_RULES);
  if (read === null) return NO_SIDECAR;
  const { moves, withdrawals, ...sidecar } = read.value;
  return {
    sidecar,
    placeOf: (index, key) => read.placeOf(['errata', 'list', index, key]),
    placeAt: (path) => read.placeOf(path),
    recorded: recordedIn({ moves, withdrawals }, read.placeOf),
  };
}

/**
 * Reads a sidecar without a seed: of a notice that was withdrawn, or that is found under another file. Never throws.
 * @param file gets the messages, all errors: those of `readSidecar`, and `sidecar-alone` for what makes no sense without a seed
 * @returns its moves and withdrawals
 */
export function readOrphanSidecar(file: VFile): Recorded[] {
  const read = readYaml(file, sidecarSchema, YAML_RULES);
  if (read === null) return [];
  const { moves, withdrawals, ...about } = read.value;
  const recorded = recordedIn({ moves, withdrawals }, read.placeOf);
  const stray =
    Object.entries(about).find(
      ([key, value]) => !isDeepStrictEqual(value, NO_SIDECAR.sidecar[key as keyof Sidecar]),
    )?.[0] ?? null;
  if (stray !== null || recorded.length === 0) {
    report(file, {
      ruleId: 'sidecar-alone',
      severity: 'error',
      reason: `There is no seed ${file.path.replace(/\.ya?ml$/i, '')} beside this sidecar${stray === null ? '' : `, so its “${stray}” is about nothing`}. 没有与之对应的原文。`,
      note: 'Restore the seed or rename the sidecar after it (of x.txt: x.txt.yaml); without a seed a sidecar holds nothing but `moves` and `withdrawals`. 请恢复原文，或按原文的全名改名（x.txt 的叫 x.txt.yaml）；原文已撤下的，只能写 moves 和 withdrawals。',
      place: stray === null ? TOP : read.placeOf([stray], 'key'),
    });
  }
  return recorded;
}
