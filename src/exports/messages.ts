import type { VFileMessage } from 'vfile-message';
import type { MessageRecord } from './record.ts';

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
    severity: message.fatal === true ? 'error' : message.fatal === false ? 'warning' : 'info',
    reason: message.reason,
    note: message.note ?? '',
  };
}
