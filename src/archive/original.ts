/** 原件: the file that a seed was read from. It lies beside the seed; the sidecar names it with its digest. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import type { OriginalFile, Origin } from '../authored/sidecar-schema.ts';

/** The digest that originals are known by. */
export function fileDigest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The bytes of an original; null: it is gone. */
export function originalBytes(
  root: string,
  { file }: OriginalFile,
): Uint8Array<ArrayBuffer> | null {
  const path = join(root, 'seeds', file);
  return existsSync(path) ? new Uint8Array(readFileSync(path)) : null;
}

/**
 * Looks whether originals are what they were.
 * @param root folder that holds `seeds/`
 * @param notices each with its seed, which gets an error, `original`, when the original is gone or changed
 */
export function checkOriginals(
  root: string,
  notices: readonly { file: VFile; origin: Origin }[],
): void {
  for (const { file: seed, origin } of notices) {
    const { original } = origin;
    if (!original) continue;
    const bytes = originalBytes(root, original);
    if (bytes && fileDigest(bytes) === original.sha256) continue;
    report(seed, {
      ruleId: 'original',
      severity: 'error',
      reason: `The original seeds/${original.file} ${bytes ? 'is not the file that was added: its digest differs' : 'is gone'}. 原件${bytes ? '与登记的校验值不符' : '缺失'}。`,
      note: `Put the file back as it was, or take \`original\` out of ${seed.path}.yaml.`,
    });
  }
}
