/** `SHA256SUMS`, as `sha256sum -c` reads it: a digest, two spaces, a path; sorted, so that it is always the same. */
import { createHash } from 'node:crypto';
import { Failure } from '../diagnostics/failure.ts';

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
  if (lines.pop() !== '' || lines.length === 0) throw damaged(lines.length + 1, 'is cut off');
  const digests = new Map<string, string>();
  for (const [at, line] of lines.entries()) {
    const [, digest, path] = /^([0-9a-f]{64}) {2}(.+)$/u.exec(line) ?? [];
    if (digest === undefined || path === undefined) throw damaged(at + 1, whyNone(line));
    if (digests.has(path)) throw damaged(at + 1, `names ${path} once more`);
    digests.set(path, digest);
  }
  return digests;
}

/** Editors and transfers “as text” on Windows do the first two; `sha256sum` does not read such a list either. */
function whyNone(line: string): string {
  if (line.startsWith('\uFEFF')) return 'begins with a byte order mark';
  if (line.endsWith('\r')) return 'ends in CR LF instead of LF';
  return 'is no digest with two spaces and a path';
}

function damaged(line: number, why: string): Failure {
  return new Failure(
    `${SUMS}:${line} ${why}, so nothing can be compared. 校验清单 ${SUMS} 第 ${line} 行已损坏，无法比较。`,
    'take the pack again from where it was made. 请向制作单位重新索取。',
  );
}
