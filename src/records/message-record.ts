import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { severityOf } from '../diagnostics/report.ts';
import type { ProcessedNotice } from './processed-notice.ts';
import type { ArchiveMessage, MessageRecord } from '../model/records/message.ts';

/**
 * Every message of an archive: what `content/messages.json` holds and the page 待校问题 shows.
 * @param archive its notices, and all its files in the order in which their messages are told
 */
export function archiveMessages({
  notices,
  files,
}: {
  notices: readonly ProcessedNotice[];
  files: readonly VFile[];
}): ArchiveMessage[] {
  const ids = new Map(notices.map(({ notice, file }) => [file.path, notice.id]));
  return files.flatMap(({ path, messages }) => {
    const notice = ids.get(path) ?? ids.get(path.replace(/\.yaml$/, '')) ?? null;
    return messages.map((message) => ({ notice, ...messageRecord(message, path) }));
  });
}

/**
 * A message as the API prints it.
 * @param message of a file
 * @param file its path
 */
export function messageRecord(message: VFileMessage, file: string): MessageRecord {
  return {
    file,
    line: message.line ?? null,
    column: message.column ?? null,
    ruleId: message.ruleId ?? 'internal',
    severity: severityOf(message),
    reason: message.reason,
    note: message.note ?? '',
  };
}
