/** What a reader who checks a clause against its seed needs: its lines, and the digest by which the lock knows its text. */
import type { Source } from '../../model/records/source.ts';

/** `18—22`, or `18` where it is one line. */
export function lineRange({ line, endLine }: Source): string {
  return line === endLine ? String(line) : `${line}—${endLine}`;
}
