import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';

/** A tar archive is a row of blocks of this size. */
const BLOCK = 512;

/**
 * Unpacks a tar archive (ustar, no long names): folders, files with their permissions, symbolic links.
 *
 * @param archive the whole archive, uncompressed
 * @param folder where to; made when it is missing
 * @throws {Error} when a name leads out of the folder or an entry is of another kind
 */
export async function untar(archive: Buffer, folder: string): Promise<void> {
  let offset = 0;
  while (offset + BLOCK <= archive.length && archive[offset] !== 0) {
    const header = archive.subarray(offset, offset + BLOCK);
    const size = Number.parseInt(stringAt(header, 124, 12), 8);
    const start = offset + BLOCK;
    await unpack(header, archive.subarray(start, start + size), folder);
    offset = start + Math.ceil(size / BLOCK) * BLOCK;
  }
}

async function unpack(header: Buffer, content: Buffer, folder: string): Promise<void> {
  const name = normalize(stringAt(header, 0, 100));
  if (name.startsWith('..') || name.startsWith('/'))
    throw new Error(`${name} leads out of ${folder}`);
  const path = join(folder, name);
  const kind = stringAt(header, 156, 1);
  if (kind === '5') {
    await mkdir(path, { recursive: true });
    return;
  }
  await mkdir(dirname(path), { recursive: true });
  if (kind === '2') await symlink(stringAt(header, 157, 100), path);
  else if (kind === '0' || kind === '') {
    await writeFile(path, content, { mode: Number.parseInt(stringAt(header, 100, 8), 8) });
  } else throw new Error(`${name}: entries of kind ${kind} are not expected here`);
}

function stringAt(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field
    .subarray(0, end === -1 ? length : end)
    .toString('utf8')
    .trim();
}
