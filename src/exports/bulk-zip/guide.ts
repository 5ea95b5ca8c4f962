/** What the zip says of itself: it travels without the site. */
import { REFERENCE_FILES } from '../../citation/reference-files.ts';
import { suppliedNote } from '../../citation/supplied-note.ts';
import { FORMATS } from '../formats.ts';
import type { NoticeSummary } from '../../model/records/notice-summary.ts';
import type { Site } from '../../model/site.ts';

/**
 * `README.txt` of the zip, for a reader who has nothing but it.
 * @param notices of the archive, in the order of display
 * @param site where it is published
 * @returns text with CRLF line ends, which every editor shows as lines
 */
export function guideOf(notices: readonly NoticeSummary[], { address }: Site): string {
  const lines = [
    '文号：公文存档，全部文件',
    ...(address === null ? [] : [address]),
    '',
    '本档案是公文的整理，不是官方网站；引用以印发机关的原件为准。',
    '各文件依原文文字，不作校改；勘误另记在 api/notices/ 的 JSON 里。原件没有载明的事项留空，不作推测；由他处得知的，注明据谁所说。',
    '',
    'notices/  每件公文一组文件，文件名即公文编号',
    ...FORMATS.map(({ extension, name }) => `  .${extension}  ${name}`),
    ...REFERENCE_FILES.map(({ extension, name }) => `  .${extension}  参考文献（${name}）`),
    'exports/wenhao-clauses.csv  全部公文的条款表（UTF-8，Excel、WPS 可直接打开）',
    'api/      供程序读取的 JSON：公文、被引文件、引用关系；文字编码均为 UTF-8',
    '',
    '所收公文：',
    ...notices.map(({ id, number, title, enclosure, stated }) =>
      [id, number, title ?? enclosure, suppliedNote(stated, ['title', 'number'])]
        .filter((part) => part !== null)
        .join('  '),
    ),
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}
