/** The words of a tree. */
import type { Heading, Notice, Paragraph, Section, TreeNode } from './tree.ts';

/**
 * The words of a node in printed order, labels included, without separators.
 * @param node any node of the tree
 */
export function textOf(node: TreeNode): string {
  switch (node.type) {
    case 'text':
    case 'residue':
      return node.value;
    case 'section':
      return node.label + node.children.map(textOf).join('');
    default:
      return (node.children as TreeNode[]).map(textOf).join('');
  }
}

/** The own heading of a unit, or null. */
export function headingOf(section: Section): Heading | null {
  return section.children.find((child) => child.type === 'heading') ?? null;
}

/** The own paragraphs of a unit. */
export function paragraphsOf(section: Section): Paragraph[] {
  return section.children.filter((child) => child.type === 'paragraph');
}

/**
 * The units of a notice in printed order, nested ones included.
 * @param node notice, zone or section
 */
export function* sectionsIn(node: Notice | TreeNode): Generator<Section> {
  if (node.type === 'section') yield node;
  if (HOLDERS.has(node.type) && 'children' in node)
    for (const child of node.children) yield* sectionsIn(child);
}

/** What a unit may stand in. */
const HOLDERS = new Set<TreeNode['type']>(['notice', 'letter', 'enclosure', 'annex', 'section']);

/** The first zone of a type, or null. */
export function zoneOf<Type extends Notice['children'][number]['type']>(
  notice: Notice,
  type: Type,
): Extract<Notice['children'][number], { type: Type }> | null {
  type Wanted = Extract<Notice['children'][number], { type: Type }>;
  return notice.children.find((zone): zone is Wanted => zone.type === type) ?? null;
}
