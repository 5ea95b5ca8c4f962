import { recordOf, type Finished } from '../../src/exports/json.ts';
import type { NoticeRecord, OutlineNode } from '../../src/exports/record.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';

/** Takes one text through the pipeline as if it lay in `seeds/`. */
export function finish(text: string | Uint8Array, name = 'case.txt'): Finished {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const [finished] = pipeline([{ path: `seeds/${name}`, bytes }]).notices;
  if (!finished) throw new Error('the text gave no notice');
  return finished;
}

/** The record of one text. */
export function recordFor(text: string | Uint8Array, name?: string): NoticeRecord {
  return recordOf(finish(text, name));
}

/** All nodes of an outline, nested ones included. */
export function flat(outline: readonly OutlineNode[]): OutlineNode[] {
  return outline.flatMap((node) => [node, ...flat(node.children)]);
}
