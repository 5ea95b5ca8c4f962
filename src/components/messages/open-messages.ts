/** What the page 待校问题 shows: the messages of the archive by notice, each with its line quoted. */
import { messages, records, texts } from '../../archive/site-archive.ts';
import { sourceUrl } from '../../model/address.ts';
import type { ArchiveMessage } from '../../model/records/message.ts';
import type { NoticeRecord } from '../../model/records/notice.ts';
import { printable, type Quote, quoterOf } from '../../diagnostics/quote.ts';

/** A message as it is shown. */
export interface OpenMessage extends ArchiveMessage {
  quote: Quote | null;
  /** Address of its line, relative to the root; null: its file has no page. */
  url: string | null;
}

/** The messages of one notice, or of one file beside them. */
export interface OpenGroup {
  /** Null: of a file that belongs to no notice. */
  record: NoticeRecord | null;
  /** Path of the file of the first message. */
  file: string;
  messages: OpenMessage[];
}

const quoters = new Map([...texts].map(([path, text]) => [path, quoterOf(text)]));
const byPlace = Map.groupBy(messages, ({ notice, file }) => notice ?? file);

/** In the order of the archive; what belongs to no notice comes last. */
export const openGroups: OpenGroup[] = [
  ...records.map((record) => ({ record, found: byPlace.get(record.id) ?? [] })),
  ...[...byPlace.values()]
    .filter(([first]) => first?.notice === null)
    .map((found) => ({ record: null, found })),
].flatMap(({ record, found }) => {
  const [first] = found;
  if (!first) return [];
  return [{ record, file: first.file, messages: found.map((each) => opened(each, record)) }];
});

function opened(message: ArchiveMessage, record: NoticeRecord | null): OpenMessage {
  const { file, line, column } = message;
  const quote = line === null ? null : (quoters.get(file)?.(line, column ?? 1) ?? null);
  const isSeed = record?.seed === file;
  return {
    ...message,
    quote: quote && { before: printable(quote.before), after: printable(quote.after) },
    url: isSeed && line !== null ? `${sourceUrl(record.id)}#L${line}` : null,
  };
}
