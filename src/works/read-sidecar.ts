/** `seeds/<file>.yaml`: VFile → what a person says about a seed. */
import type { Point } from 'unist';
import type { VFile } from 'vfile';
import { sidecarSchema } from './schema.ts';
import type { Erratum, Sidecar } from './work.ts';
import { readYaml } from './yaml-file.ts';

/** A sidecar, and where its errata stand in it. */
export interface ReadSidecar {
  sidecar: Sidecar;
  /**
   * Where an erratum is recorded, for messages about it.
   * @param index in `sidecar.errata.list`
   * @param key of the erratum
   */
  placeOf: (index: number, key: keyof Erratum) => Point;
}

/** What a seed without a sidecar has. */
export const NO_SIDECAR: ReadSidecar = {
  sidecar: { id: null, errata: { apply: null, list: [] } },
  placeOf: () => ({ line: 1, column: 1, offset: 0 }),
};

/**
 * Reads a sidecar. Never throws; whether its errata fit the seed is found by `placeErrata`.
 * @param file gets the messages, all errors: `sidecar-syntax`, `sidecar-schema`
 * @returns an empty one when the file cannot be read
 */
export function readSidecar(file: VFile): ReadSidecar {
  const read = readYaml(file, sidecarSchema, 'sidecar');
  if (read === null) return NO_SIDECAR;
  return {
    sidecar: read.value,
    placeOf: (index, key) => read.placeOf(['errata', 'list', index, key]),
  };
}
