import type { NoticeRecord } from '../../../src/model/records/notice.ts';
import type { OutlineNode } from '../../../src/model/records/outline.ts';
import { oneOf, randomFrom } from './random.ts';

/**
 * An archive of any size with the words of a small one: clauses drawn from all of its notices, each notice as long as one
 * of the originals. The same for the same originals, count and seed.
 *
 * @returns newest first, as an archive has them
 */
export function syntheticArchive(
  originals: readonly NoticeRecord[],
  count: number,
  seed = 1,
): NoticeRecord[] {
  const random = randomFrom(seed);
  const pool = originals.flatMap(({ outline }) => outline.flatMap(flat));
  const lengths = originals.map(({ outline }) => outline.flatMap(flat).length);
  return Array.from({ length: count }, (_, at) => {
    const id = `n-${String(at + 1).padStart(5, '0')}`;
    const year = 2026 - Math.floor((at * 15) / count);
    const url = `notices/${id}.html`;
    const outline = Array.from({ length: oneOf(lengths, random) }, (__, place) => {
      const own = `s${place + 1}`;
      return { ...oneOf(pool, random), id: own, url: `${url}#${own}`, children: [] };
    });
    const number = `合成〔${year}〕${at + 1}号`;
    return {
      ...oneOf(originals, random),
      ...{ id, url, year, number, outline, title: `合成公文第${at + 1}号` },
      ...{ citations: [], errata: [], related: [], messages: [], residue: [] },
    };
  });
}

function flat(node: OutlineNode): OutlineNode[] {
  return [node, ...node.children.flatMap(flat)];
}
