/** The report on citations of `npm run generate`: citations without a work, works without a citation. */
import type { NoticeRecord, WorkRecord } from '../model/api-types.ts';

/**
 * Lists every citation without a work and every work that no notice cites.
 * @param notices of the archive
 * @param works of the authority file
 * @returns lines for the terminal
 */
export function citationReport(
  notices: readonly NoticeRecord[],
  works: readonly WorkRecord[],
): string {
  const open = notices.flatMap(({ id, seed, citations }) =>
    citations
      .filter((citation) => citation.works.length === 0)
      .map(
        ({ text, clause, reason, source }) =>
          `  ${seed}:${source.line} ${id}#${clause ?? 'title'} ${text}: ${reason ?? ''}`,
      ),
  );
  const uncited = works
    .filter(({ citedBy }) => citedBy.length === 0)
    .map(({ id, title }) => `  ${id} ${title}`);
  const total = notices.reduce((sum, { citations }) => sum + citations.length, 0);
  return [
    `Citations: ${total}, of which ${open.length} name no work 未归入文件的引用:`,
    ...open,
    `Works: ${works.length}, of which ${uncited.length} are cited by no notice 未被引用的文件:`,
    ...uncited,
  ].join('\n');
}
