/** The report on citations of `npm run generate`: citations without a work, works without a citation. */
import { type Bilingual, inLanguage } from '../diagnostics/language.ts';
import type { NoticeRecord } from '../model/records/notice.ts';
import type { WorkRecord } from '../model/records/work.ts';

/**
 * Lists every citation without a work and every work that no notice cites. Newspapers are no works and no news.
 * @param notices of the archive, or those of them to report on
 * @param works of the authority file, or none
 * @returns lines for the terminal; empty when there is nothing to report
 */
export function citationReport(
  notices: readonly NoticeRecord[],
  works: readonly WorkRecord[],
): string {
  const open = notices.flatMap(({ id, seed, citations }) =>
    citations
      .filter(({ works: cited, role }) => cited.length === 0 && role !== 'media')
      .map(
        ({ text, clause, reason, source }) =>
          `  ${seed}:${source.line} ${id}#${clause ?? 'title'} ${text}: ${reason ?? ''}`,
      ),
  );
  const uncited = works
    .filter(({ citedBy }) => citedBy.length === 0)
    .map(({ id, title }) => `  ${id} ${title}`);
  return [
    ...listed({ en: 'Citations without a work', zh: '未归入文件的引用' }, open),
    ...listed({ en: 'Works that no notice cites', zh: '未被引用的文件' }, uncited),
  ].join('\n');
}

function listed(head: Bilingual, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${inLanguage(head)}: ${lines.length}`, ...lines];
}
