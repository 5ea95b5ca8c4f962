/** Notice → mdast with MDX elements, one handler a node (shape: DESIGN, “The house”; the components are src/components). */
import type { BlockContent, Heading as MdHeading, PhrasingContent, RootContent } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type {
  Block,
  Citation,
  ErratumNode,
  Heading,
  Inline,
  Marked,
  Notice,
  Paragraph,
  Section,
  Zone,
} from '../../model/tree.ts';

type Depth = MdHeading['depth'];
type Flow = Extract<RootContent, BlockContent> | MdxJsxFlowElement;

/** A unit whose content is made when it is written: the elements of all units at once take more memory than the tree. */
interface Unwritten {
  unit: Section;
  depth: number;
}

declare module 'mdast-util-mdx-jsx' {
  interface MdxJsxFlowElementData {
    unwritten?: Unwritten;
  }
}

const DEEPEST = 6;

const ELEMENTS = {
  number: 'DocumentNumber',
  addressees: 'Addressees',
  letter: 'Letter',
  enclosure: 'Enclosure',
  annex: 'Annex',
} as const;

const MARKED = {
  annexNote: 'AnnexNote',
  annexLabel: 'AnnexLabel',
  signature: 'Signature',
  date: 'DateLine',
  note: 'Note',
  imprint: 'Imprint',
} as const;

/**
 * The content of a notice's MDX file, front matter not included.
 * @param notice anchored
 */
export function toMdast(notice: Notice): Flow[] {
  return notice.children.map(zone);
}

function zone(node: Zone): Flow {
  switch (node.type) {
    case 'title':
      return jsxFlow('Title', {}, [mdHeading(1, phrasing(node.children))]);
    case 'residue':
      return jsxFlow(
        'Residue',
        { kind: node.kind, lines: `${node.position.start.line}-${node.position.end.line}` },
        [plain(node.value)],
      );
    case 'masthead':
      return jsxFlow(
        'Masthead',
        {},
        node.children.map((line): Flow => ({
          type: 'paragraph',
          children: phrasing(line.children),
        })),
      );
    case 'imprint':
      return marked(node);
    case 'letter':
    case 'enclosure':
    case 'annex': {
      // headings count from the title above them: the notice's own (1) or the printed one of the enclosure (2)
      const depth = node.type === 'letter' ? 2 : 3;
      return jsxFlow(
        ELEMENTS[node.type],
        {},
        node.children.map((child) => block(child, depth)),
      );
    }
    default:
      return jsxFlow(ELEMENTS[node.type], {}, [
        { type: 'paragraph', children: phrasing(node.children) },
      ]);
  }
}

function block(node: Block, depth: number): Flow {
  switch (node.type) {
    case 'heading':
      return titled(node);
    case 'paragraph':
      return jsxFlow('P', { id: node.id }, [
        { type: 'paragraph', children: phrasing(node.children) },
      ]);
    case 'section':
      return section(node, depth);
    default:
      return marked(node);
  }
}

function marked(node: Marked<keyof typeof MARKED>): Flow {
  const lines = node.children.map((line): Flow => {
    const content: Flow = { type: 'paragraph', children: phrasing(line.children) };
    // as in a clause: the first line is addressed by the block's own id
    return line.id === node.id ? content : jsxFlow('P', { id: line.id }, [content]);
  });
  return jsxFlow(MARKED[node.type], { id: node.id }, lines);
}

/** The printed title of an annex has an address of its own; the enclosure's is the notice's. */
function titled(node: Heading): Flow {
  const heading = mdHeading(2, phrasing(node.children));
  return node.id === '' ? heading : jsxFlow('P', { id: node.id }, [heading]);
}

function section(unit: Section, depth: number): MdxJsxFlowElement {
  const data = { unwritten: { unit, depth } };
  return { type: 'mdxJsxFlowElement', name: 'Clause', attributes: [], children: [], data };
}

/**
 * An element as it is written.
 * @param element of `toMdast`
 * @returns a unit with its attributes and content; the units in it are again without; any other element as it is
 */
export function withContent(element: MdxJsxFlowElement): MdxJsxFlowElement {
  return element.data?.unwritten ? clause(element.data.unwritten) : element;
}

function clause({ unit: node, depth }: Unwritten): MdxJsxFlowElement {
  const [first, ...rest] = node.children;
  const runIn = first?.type === 'heading' && first.runIn;
  return jsxFlow(
    'Clause',
    { id: node.id, scheme: node.scheme, ...(runIn ? { runIn: null } : {}) },
    [...labelled(node, first, depth), ...rest.map((child) => sectionChild(child, node, depth))],
  );
}

/** The label goes in front of whatever comes first in the unit. */
function labelled(
  node: Section,
  first: Section['children'][number] | undefined,
  depth: number,
): Flow[] {
  const label = jsxText('Label', {}, [{ type: 'text', value: node.label }]);
  if (first?.type === 'heading') return [mdHeading(depth, [label, ...phrasing(first.children)])];
  if (first?.type === 'paragraph')
    return [{ type: 'paragraph', children: [label, ...phrasing(first.children)] }];
  return [{ type: 'paragraph', children: [label] }, ...(first ? [section(first, depth + 1)] : [])];
}

function sectionChild(node: Section['children'][number], parent: Section, depth: number): Flow {
  if (node.type === 'section') return section(node, depth + 1);
  if (node.type === 'heading')
    throw new TypeError('sectionChild: a heading comes first in its unit');
  const content: BlockContent = {
    type: 'paragraph',
    children: phrasing((node satisfies Paragraph).children),
  };
  // the first own paragraph is addressed by the unit's id, which stands on the Clause
  return node.id === parent.id ? content : jsxFlow('P', { id: node.id }, [content]);
}

function mdHeading(depth: number, children: PhrasingContent[]): MdHeading {
  return { type: 'heading', depth: Math.min(depth, DEEPEST) as Depth, children };
}

function plain(value: string): BlockContent {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}

function phrasing(nodes: readonly Inline[]): PhrasingContent[] {
  return nodes.flatMap((node) => {
    switch (node.type) {
      case 'text':
        return [{ type: 'text', value: node.value }];
      case 'citation':
        return cite(node);
      case 'erratum':
        return [jsxText('Erratum', erratumAttributes(node), phrasing(node.children))];
    }
  });
}

/** A link inside a link is no HTML: a title inside a title is linked itself, and what stands round it is linked in pieces. */
function cite(node: Citation): PhrasingContent[] {
  if (!isLink(node)) return phrasing(node.children);
  const attributes = {
    works: node.works.join(' '),
    role: node.role,
    ...(node.note === null ? {} : { note: node.note }),
  };
  const pieces: Inline[][] = [[]];
  for (const child of node.children) {
    if (child.type === 'citation' && isLink(child)) pieces.push([child], []);
    else pieces.at(-1)?.push(child);
  }
  return pieces.flatMap((piece) => {
    if (piece.length === 0) return [];
    const [first] = piece;
    return first?.type === 'citation' && isLink(first)
      ? cite(first)
      : [jsxText('Cite', attributes, phrasing(piece))];
  });
}

/** A citation without a document, or of the page itself, is no link. */
function isLink({ works, role }: Citation): boolean {
  return works.length > 0 && role !== 'self';
}

function erratumAttributes({
  to,
  applied,
  continued,
  confidence,
  reason,
}: ErratumNode): Record<string, string | null> {
  return {
    ...(to === null ? {} : { to }),
    ...(applied ? { applied: null } : {}),
    ...(continued ? { continued: null } : {}),
    confidence,
    reason,
  };
}

/**
 * An MDX element among words.
 * @param attributes null: present without a value
 */
export function jsxText(
  name: string,
  attributes: Record<string, string | null>,
  children: PhrasingContent[],
): MdxJsxTextElement {
  return { type: 'mdxJsxTextElement', name, attributes: attributesOf(attributes), children };
}

function attributesOf(attributes: Record<string, string | null>): MdxJsxAttribute[] {
  return Object.entries(attributes).map(([name, value]) => ({
    type: 'mdxJsxAttribute',
    name,
    value: value === null ? null : oneLine(value),
  }));
}

/**
 * The writer escapes nothing but the quote: a line end would end the paragraph that the tag stands in, and what looks like a
 * character reference (`&lt;`) would be read as one.
 */
function oneLine(value: string): string {
  return value.replace(
    /[\n\r]|&(?=#?\w+;)/g,
    (character) => `&#x${character.charCodeAt(0).toString(16)};`,
  );
}

/**
 * An MDX element among paragraphs.
 * @param attributes null: present without a value
 */
export function jsxFlow(
  name: string,
  attributes: Record<string, string | null>,
  children: RootContent[],
): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: attributesOf(attributes),
    children: children as MdxJsxFlowElement['children'],
  };
}
