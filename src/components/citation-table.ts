/** 引用关系 in numbers: which notice cites which document how often. */
import type { NoticeRecord } from '../model/records/notice.ts';
import type { WorkRecord } from '../model/records/work.ts';
import { titleOf } from './display-facts.ts';
import { LEVEL_NAMES, NO_LEVEL } from './display-names.ts';

/** A document and how often it is cited. */
export interface CitationRow {
  title: string;
  /** Relative to the root of the site. */
  url: string;
  /** As many as there are columns. */
  counts: number[];
}

export interface CitationTable {
  /** The notices that cite something, in the order of the archive. */
  columns: NoticeRecord[];
  /** By level, the notices of the archive last; none is empty. */
  groups: { name: string; rows: CitationRow[] }[];
}

/** How often each notice cites a document, by its id. */
type Counts = ReadonlyMap<string, number>;

/**
 * @param records of the archive
 * @param cited works that some notice cites
 */
export function citationTable(
  records: readonly NoticeRecord[],
  cited: readonly WorkRecord[],
): CitationTable {
  const byWork = new Map(cited.map(({ id, citations }) => [id, tallied(citations)]));
  const byNotice = citersOfNotices(records);
  const citing = new Set(
    [...byWork.values(), ...byNotice.values()].flatMap((each) => [...each.keys()]),
  );
  const columns = records.filter(({ id }) => citing.has(id));
  const row = (title: string, url: string, counts: Counts | undefined): CitationRow => ({
    title,
    url,
    counts: columns.map(({ id }) => counts?.get(id) ?? 0),
  });
  const ofLevel = (level: string | null) =>
    cited
      .filter((work) => work.level === level)
      .map(({ id, title, url }) => row(title, url, byWork.get(id)));
  const ofNotices = records
    .filter(({ id }) => byNotice.has(id))
    .map((notice) => row(titleOf(notice), notice.url, byNotice.get(notice.id)));
  const groups = [
    ...Object.entries(LEVEL_NAMES).map(([level, name]) => ({ name, rows: ofLevel(level) })),
    { name: NO_LEVEL, rows: ofLevel(null) },
    { name: '本库公文', rows: ofNotices },
  ];
  return { columns, groups: groups.filter(({ rows }) => rows.length > 0) };
}

/** Who cites the notices of the archive: each is read once, because an archive may hold thousands. */
function citersOfNotices(records: readonly NoticeRecord[]): Map<string, Counts> {
  const places = new Map<string, { notice: string }[]>(records.map(({ id }) => [id, []]));
  for (const { id: notice, citations } of records) {
    for (const cited of citations.flatMap(({ works }) => works)) {
      if (cited !== notice) places.get(cited)?.push({ notice });
    }
  }
  const cited = [...places].filter(([, found]) => found.length > 0);
  return new Map(cited.map(([id, found]) => [id, tallied(found)]));
}

function tallied(places: readonly { notice: string }[]): Counts {
  const counts = new Map<string, number>();
  for (const { notice } of places) counts.set(notice, (counts.get(notice) ?? 0) + 1);
  return counts;
}
