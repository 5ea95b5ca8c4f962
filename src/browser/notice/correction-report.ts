/** 勘误单: a form for reporting a mistake to those who keep the archive. It names the place, and leaves room for the correction. */
import { formalName } from '../../citation/reference.ts';
import { visibleText } from './clause-text.ts';
import type { ClausePlace } from './clause-place.ts';

/**
 * @param place a notice or one of its clauses
 * @returns one item a line; `条文摘要值` is the digest of the printed text in `seeds/addresses.json`
 */
export function correctionReport({ reference, clause }: ClausePlace): string {
  const { seed, sha256, reportTo } =
    document.querySelector<HTMLElement>('[data-notice-text]')?.dataset ?? {};
  const { lines, digest } = clause?.element.querySelector<HTMLElement>('.link-sign')?.dataset ?? {};
  return [
    '勘误单',
    `出处：${formalName(reference)}`,
    `地址：${reference.url ?? pathInSite(clause?.id)}`,
    `原文：${seed ?? ''}${lines === undefined ? '' : ` 第 ${lines} 行`}，SHA-256 ${sha256 ?? ''}`,
    ...(clause && digest !== undefined
      ? [`条文摘要值：${digest}`, `现作：${visibleText(clause.element)}`]
      : []),
    '应作：',
    '理由（原件页码、图片等）：',
    `交：${reportTo ?? '本库管理员'}`,
  ].join('\n');
}

/** On `file://` the path inside the site: the folders above it are private. */
function pathInSite(id: string | undefined): string {
  const [path = ''] = /[^/]+\/[^/]+$/.exec(location.pathname) ?? [];
  return id === undefined ? path : `${path}#${id}`;
}
