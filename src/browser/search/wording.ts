/** Texts of both the search page and the search dialog. */

export const DAMAGED =
  '检索所需的文件缺失、不完整，或不是同一次生成的。请按目录查阅，并请管理员重新部署。';

/** How much was found: `unread` parts of the text may hold more; `jumps` lead to what a number or an address names. */
export function resultSummary(found: {
  clauses: number;
  notices: number;
  near: number;
  unread: number;
  jumps: number;
}): string {
  const { clauses, notices, near, unread, jumps } = found;
  if (clauses > 0 && unread > 0) return `已找到 ${clauses} 条，见于 ${notices} 件公文，尚未查完。`;
  if (clauses > 0) return `共 ${clauses} 条，见于 ${notices} 件公文。`;
  if (unread > 0) return '较新的公文中没有一条同时含有所查字词，尚未查完。';
  if (near > 0) return `没有一条同时含有所查字词；有 ${near} 件公文分在不同的条里都有。`;
  return jumps > 0 ? '所指的可以直达；没有一条含有这些字词。' : '没有一条含有所查字词。';
}

/** What a page needs to mark the words on arrival, for an address. */
export function arrivalFor(words: readonly string[]): string {
  const all = words.join(' ');
  return all.length > 200 ? '' : `?${new URLSearchParams({ hl: all }).toString()}`;
}
