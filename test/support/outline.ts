import type { OutlineNode } from '../../src/model/records/outline.ts';

/** All nodes of an outline, nested ones included. */
export function flat(outline: readonly OutlineNode[]): OutlineNode[] {
  return outline.flatMap((node) => [node, ...flat(node.children)]);
}
