/** Messages to the people who keep the archive: what, where, and what to do. */
import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';

export type Severity = 'error' | 'warning' | 'info';

export interface Report {
  /** Names the rule: `document-number`, `ordinal-sequence`. */
  ruleId: string;
  /** An error fails the build. */
  severity: Severity;
  /** What is the case and what was expected. */
  reason: string;
  /** What to do about it. */
  note: string;
  place?: Point | Position | undefined;
}

/**
 * Puts a message on a file.
 * @param file the seed the message is about
 */
export function report(file: VFile, { ruleId, severity, reason, note, place }: Report): void {
  const message =
    severity === 'info' ? file.info(reason, options()) : file.message(reason, options());
  if (severity === 'error') message.fatal = true;
  message.note = note;
  message.url = undefined;

  function options(): { place?: Point | Position; ruleId: string; source: string } {
    return { ...(place ? { place } : {}), ruleId, source: 'wenhao' };
  }
}

/** How severe a message is, as `report` put it. */
export function severityOf({ fatal }: VFileMessage): Severity {
  return fatal === true ? 'error' : fatal === false ? 'warning' : 'info';
}

/** Whether a file has a message that fails the build. */
export function hasErrors(file: VFile): boolean {
  return file.messages.some((message) => message.fatal === true);
}
