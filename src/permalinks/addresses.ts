/** The addresses of an archive: its pages, and on those of notices every block that can be linked to. */
import { createHash } from 'node:crypto';
import { noticeUrl, workUrl } from '../model/address.ts';
import { outlineOf } from '../records/notice-record.ts';
import type { ProcessedNotice } from '../records/processed-notice.ts';
import type { OutlineNode } from '../model/records/outline.ts';
import { comparable } from '../notation/normalize/words.ts';
import type { Authority } from '../authored/works-schema.ts';

/** The parts of an archive that have addresses. */
export interface Published {
  notices: readonly Pick<ProcessedNotice, 'notice'>[];
  authority: Pick<Authority, 'works'>;
}

/** The digest of a page: it means its document, whatever the text. */
export const PAGE_DIGEST = '';

/**
 * Every address of an archive.
 * @param archive all it publishes
 * @returns `notices/x.html`, `notices/x.html#s2-3`, `works/y.html` → digest of what it means
 */
export function addressesOf({ notices, authority }: Published): Map<string, string> {
  const all = new Map(authority.works.map(({ id }) => [workUrl(id), PAGE_DIGEST]));
  for (const finished of notices) {
    const page = noticeUrl(finished.notice.id);
    all.set(page, PAGE_DIGEST);
    for (const [anchor, digest] of anchorDigests(finished)) all.set(`${page}#${anchor}`, digest);
  }
  return all;
}

/**
 * Every anchor of a notice, in printed order.
 * @param finished a notice that went through all stages
 * @returns anchor → digest of its own text as printed: errata do not count
 */
export function anchorDigests({ notice }: Pick<ProcessedNotice, 'notice'>): Map<string, string> {
  const blocks = outlineOf(notice).flatMap(blocksOf);
  return new Map(blocks.map(({ anchor, label, words }) => [anchor, textDigest(label + words)]));
}

/**
 * The texts of a notice, those of units with all their paragraphs.
 * @param finished a notice, parsed and anchored
 * @returns anchor → text as printed, with label and heading
 */
export function textsOf({ notice }: Pick<ProcessedNotice, 'notice'>): Map<string, string> {
  const nodes = (list: readonly OutlineNode[]): OutlineNode[] =>
    list.flatMap((node) => [node, ...nodes(node.children)]);
  return new Map(
    nodes(outlineOf(notice)).flatMap(({ id, label, heading, text, paragraphs }) => [
      ...paragraphs.map((each): [string, string] => [each.id, each.text]),
      [id, `${label ?? ''}${heading ?? ''}${text}`],
    ]),
  );
}

/** A block that can be linked to, with its own text. */
export interface AddressedBlock {
  anchor: string;
  /** As printed; empty where there is none. */
  label: string;
  /** What follows the label. */
  words: string;
}

/**
 * The blocks of a node of an outline, its children's behind its own.
 * @param node of the outline of a notice
 */
export function blocksOf(node: OutlineNode): AddressedBlock[] {
  const [first, ...rest] = node.paragraphs;
  const words = `${node.heading ?? ''}${first?.text ?? ''}`;
  return [
    { anchor: node.id, label: node.label ?? '', words },
    ...rest.map(({ id, text }) => ({ anchor: id, label: '', words: text })),
    ...node.children.flatMap(blocksOf),
  ];
}

/**
 * The digest of a text for the lock. Layout does not count: a seed may be wrapped anew without giving up an address.
 * @param text with its label
 */
export function textDigest(text: string): string {
  return createHash('sha256').update(comparable(text)).digest('hex').slice(0, 16);
}

/** @returns `notices/x.html` of `notices/x.html#s2-3` */
export function pageOf(url: string): string {
  return url.split('#')[0] ?? '';
}

/** @returns `s2-3` of `notices/x.html#s2-3`; null of a page */
export function anchorOf(url: string): string | null {
  return url.split('#')[1] ?? null;
}

/** An address as people write it: `x#s2-3` */
export function written(url: string): string {
  return url.replace(/^(?:notices|works)\//, '').replace('.html', '');
}
