/** `manifest.json`: what a pack is and holds. */
import { z } from 'zod';
import { Failure } from '../diagnostics/failure.ts';
import { sha256Of, sumsText } from './sha256sums.ts';

export const MANIFEST = 'manifest.json';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const count = z.number().int().nonnegative();

/** A file with its size and digest. */
export const listedFile = z.strictObject({ path: z.string(), bytes: count, sha256 });

const manifest = z.strictObject({
  format: z.literal('wenhao-pack/1'),
  /** `wenhao-0.1.0-1a2b3c4d`: version and the first eight digits of the digest. */
  name: z.string(),
  /** Of the program that made the site. */
  version: z.string(),
  /** SHA-256 of `SHA256SUMS` without the line of the manifest itself: all that the pack holds, in one number. */
  digest: sha256,
  counts: z.strictObject({
    files: count,
    bytes: count,
    notices: count,
    clauses: count,
    works: count,
  }),
  files: z.array(listedFile),
});

export type PackManifest = z.infer<typeof manifest>;
export type ListedFile = z.infer<typeof listedFile>;

/** How much an archive holds. */
export type Holdings = Pick<PackManifest['counts'], 'notices' | 'clauses' | 'works'>;

/**
 * The manifest of a pack.
 *
 * @param files all of them but the manifest, the sums and the signature
 */
export function manifestOf(
  version: string,
  files: readonly ListedFile[],
  { notices, clauses, works }: Holdings,
): PackManifest {
  const sorted = files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  const digest = sha256Of(sumsText(new Map(files.map((file) => [file.path, file.sha256]))));
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return {
    format: 'wenhao-pack/1',
    name: `wenhao-${version}-${digest.slice(0, 8)}`,
    version,
    digest,
    counts: { files: files.length, bytes, notices, clauses, works },
    files: sorted,
  };
}

/** JSON with one file a line, so that two manifests can be compared by eye. */
export function manifestText({ files, ...head }: PackManifest): string {
  const open = JSON.stringify(head, null, 2).replace(/\n\}$/u, ',\n  "files": [\n');
  return `${open}${files.map((file) => `    ${JSON.stringify(file)}`).join(',\n')}\n  ]\n}\n`;
}

/**
 * @param place the zip or folder it was found in, for the message
 * @throws {Failure} when it is no manifest
 */
export function parseManifest(text: string, place: string): PackManifest {
  return parseRecord(manifest, text, `${MANIFEST} of ${place}`);
}

/**
 * Reads JSON of a known shape.
 *
 * @param what where it stands, for the message
 * @throws {Failure} naming the first place that is wrong
 */
export function parseRecord<Shape>(shape: z.ZodType<Shape>, text: string, what: string): Shape {
  const result = shape.safeParse(jsonIn(text));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.join('.') ?? '';
  throw new Failure(
    `${what} is damaged or of another program${where === '' ? '' : `, at “${where}”`}: ${issue?.message ?? 'no JSON'}. ${what} 已损坏，或由其他程序制作。`,
    'take the pack again from where it was made. 请向制作单位重新索取。',
  );
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
