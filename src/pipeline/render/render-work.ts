/** Work → MDX text of its page: what is known of it, and its sections. Who cites it stands in the records. */
import type { Root, RootContent } from 'mdast';
import type { WorkRecord, SectionRecord } from '../../model/records/work.ts';
import { jsxFlow, jsxText } from './mdast.ts';
import { writeMdx } from './render.ts';

const DEEPEST = 6;

/** What the front matter says of a work, in this order. */
const FACTS = [
  'id',
  'title',
  'kind',
  'level',
  'issuer',
  'number',
  'issued',
  'effective',
  'status',
  'official',
  'text',
  'fullText',
  'note',
] as const satisfies readonly (keyof WorkRecord)[];

/**
 * The MDX file of a work.
 * @param work its record
 * @returns text with LF line ends; the same input gives the same bytes
 */
export function renderWork(work: WorkRecord): string {
  const facts = Object.fromEntries(FACTS.map((fact) => [fact, work[fact]]));
  const root: Root = {
    type: 'root',
    children: [
      { type: 'paragraph', children: [{ type: 'text', value: work.summary }] },
      ...(work.targets.length > 0 ? [jsxFlow('Targets', {}, [targets(work.targets)])] : []),
      ...work.outline.map((each) => section(each, 2)),
    ],
  };
  return writeMdx(facts, 'seeds/works.yaml', root);
}

function targets(items: readonly string[]): RootContent {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map((value) => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children: [{ type: 'text', value }] }],
    })),
  };
}

function section({ id, label, heading, sections }: SectionRecord, depth: number): RootContent {
  const words = [
    ...(label === null ? [] : [jsxText('Label', {}, [{ type: 'text', value: label }])]),
    ...(heading === null ? [] : [{ type: 'text' as const, value: heading }]),
  ];
  return jsxFlow('WorkSection', { id, ...(label === null ? {} : { label }) }, [
    { type: 'heading', depth: Math.min(depth, DEEPEST) as 2, children: words },
    ...sections.map((each) => section(each, depth + 1)),
  ]);
}
