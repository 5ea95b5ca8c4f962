import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NoticeRecord } from '../../src/model/records/notice.ts';
import type { NoticeSummary } from '../../src/model/records/notice-summary.ts';
import type { OutlineNode } from '../../src/model/records/outline.ts';

/** The project's folder, absolute. */
export const project = resolve(fileURLToPath(new URL('../../', import.meta.url)));
/** The built site that the tests of `site/` and `browser/` look at: `dist`, or the folder `WENHAO_OUT` names. */
export const dist = process.env['WENHAO_OUT'] ?? join(project, 'dist');

/** The notices of the built site, as its static API lists them. */
export function builtNotices(): NoticeSummary[] {
  return JSON.parse(readFileSync(join(dist, 'api', 'notices.json'), 'utf8')) as NoticeSummary[];
}

/** The record of one notice of the built site. */
export function builtRecord(id: string): NoticeRecord {
  return JSON.parse(
    readFileSync(join(dist, 'api', 'notices', `${id}.json`), 'utf8'),
  ) as NoticeRecord;
}

/** All nodes of an outline, in order. */
export function nodesOf(outline: readonly OutlineNode[]): OutlineNode[] {
  return outline.flatMap((node) => [node, ...nodesOf(node.children)]);
}
