import type { CitationRecord, TopicRecord } from '../../model/records/citation.ts';
import type { ErratumRecord, NoticeRecord, NoticeTopic } from '../../model/records/notice.ts';

/** What the archive has to say of a clause; none of it is of the notice. */
export interface Notes {
  citations: CitationRecord[];
  errata: ErratumRecord[];
  topics: TopicRecord[];
  /** Topics that a person added. */
  added: NoticeTopic[];
}

/**
 * @param record of the notice
 * @returns a function from the id of a clause or a paragraph to what is noted of it
 */
export function notesIn(record: NoticeRecord): (id: string) => Notes {
  const at = <Item extends { clause: string | null }>(items: readonly Item[], id: string) =>
    items.filter(({ clause }) => clause === id);
  return (id) => ({
    citations: at(record.citations, id).filter(({ role }) => role !== 'self'),
    errata: at(record.errata, id),
    topics: at(record.related, id),
    added: at(record.topics, id).filter(({ reason }) => reason !== null),
  });
}
