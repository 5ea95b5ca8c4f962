/** Actions on a notice or a clause: copy to the clipboard, or save a file for a reference manager. */
import { gbt7714 } from '../../citation/gbt7714.ts';
import { formalName } from '../../citation/reference.ts';
import { REFERENCE_FILES, type ReferenceFile } from '../../citation/reference-files.ts';
import { clauseText, isCorrected } from './clause-text.ts';
import { linkOf, type ClausePlace } from './clause-place.ts';
import { copy } from '../shared/clipboard.ts';
import { correctionReport } from './correction-report.ts';
import { copied, byHand } from '../shared/notify.ts';

/** One action. */
export interface ClauseAction {
  name: string;
  take: (place: ClausePlace) => void;
}

/** In the order of the menu; a notice as a whole is not copied as text, there are files for that. */
export const CLAUSE_ACTIONS: readonly (ClauseAction & { only?: 'clause' })[] = [
  { name: '复制链接', take: (place) => put(linkOf(place), '链接') },
  { name: '复制条文和出处', take: (place) => put(textOf(place), '条文和出处'), only: 'clause' },
  { name: '复制规范名称', take: ({ reference }) => put(formalName(reference), '规范名称') },
  {
    name: '复制参考文献 GB/T 7714—2025',
    take: ({ reference }) => put(gbt7714(reference), '参考文献'),
  },
  {
    name: '复制参考文献 GB/T 7714—2015',
    take: ({ reference }) => put(gbt7714(reference, '2015'), '参考文献'),
  },
  ...REFERENCE_FILES.map(download),
  { name: '复制勘误单', take: (place) => put(correctionReport(place), '勘误单，请填写后寄出') },
];

/** The words of a clause, and its reference on a line of its own. */
function textOf({ reference, clause }: ClausePlace): string {
  if (!clause) return '';
  const reading = isCorrected(clause.element) ? '（按本库校订）' : '';
  const address = reference.url === null ? '' : `，${reference.url}`;
  return `${clauseText(clause.element)}\n——${formalName(reference)}${reading}${address}`;
}

/** @param what is copied, for the reader */
export function put(text: string, what: string): void {
  void copy(text).then((done) => {
    if (done) copied(what);
    else byHand(text);
  });
}

function download({ name, extension, type, write }: ReferenceFile): ClauseAction {
  return {
    name: `下载 ${name}`,
    take: ({ reference }) => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([write(reference)], { type }));
      link.download = `${reference.key}.${extension}`;
      link.click();
      // The download must have started before the object URL is revoked.
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    },
  };
}
