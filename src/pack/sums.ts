/** `SHA256SUMS`, as `sha256sum -c` reads it: a digest, two spaces, a path; sorted, so that it is always the same. */
import { createHash } from 'node:crypto';
import { Failure } from '../build/failure.ts';

/** Its name in a pack, and that of the signature beside it; neither can list itself. */
export const SUMS = 'SHA256SUMS';
export const SIGNATURE_FILE = 'SHA256SUMS.sig';

export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** @param digests SHA-256 by path */
export function sumsText(digests: ReadonlyMap<string, string>): string {
  return [...digests]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, digest]) => `${digest}  ${path}\n`)
    .join('');
}

/**
 * Digests by path.
 *
 * @throws {Failure} naming the line that is none
 */
export function parseSums(text: string): Map<string, string> {
  const lines = text.split('\n');
  if (lines.pop() !== '') throw damaged(lines.length + 1, 'is cut off');
  return new Map(
    lines.map((line, at) => {
      const [, digest, path] = /^([0-9a-f]{64}) {2}(.+)$/u.exec(line) ?? [];
      if (digest === undefined || path === undefined) {
        throw damaged(at + 1, 'is no digest with two spaces and a path');
      }
      return [path, digest];
    }),
  );
}

function damaged(line: number, why: string): Failure {
  return new Failure(
    `${SUMS}:${line} ${why}, so nothing can be compared. 校验清单已损坏。`,
    'take the pack again from where it was made.',
  );
}
