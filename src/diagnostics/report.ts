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

declare module 'vfile' {
  interface DataMap {
    /** How often each rule was reported, beside errors. */
    told: Record<string, number>;
  }
}

/** A text in which one rule finds more places than this is damaged as a whole; no page could show a message for each. */
const MOST = 200;

/**
 * Puts a message on a file. Of one rule no more than 200 are kept, errors apart; the last one says that there are more.
 * @param file the seed the message is about
 */
export function report(file: VFile, message: Report): void {
  const told = message.severity === 'error' ? 0 : tell(file, message.ruleId);
  if (told > MOST) return;
  put(file, told < MOST ? message : { ...message, ...MORE });
}

const MORE = {
  reason: `This rule found ${MOST} places and more; the others are not listed. 同类问题达到 ${MOST} 处，其余不再列出。`,
  note: 'Mend the places above first, or compare the whole file with its original: it may be damaged, or be no notice.',
};

/** @returns how often a rule has been reported, this time included */
function tell(file: VFile, ruleId: string): number {
  const told = (file.data.told ??= {});
  return (told[ruleId] = (told[ruleId] ?? 0) + 1);
}

function put(file: VFile, { ruleId, severity, reason, note, place }: Report): void {
  const options = { ...(place ? { place } : {}), ruleId, source: 'wenhao' };
  const message = severity === 'info' ? file.info(reason, options) : file.message(reason, options);
  if (severity === 'error') message.fatal = true;
  message.note = note;
  message.url = undefined;
}

/** How severe a message is, as `report` put it. */
export function severityOf({ fatal }: VFileMessage): Severity {
  return fatal === true ? 'error' : fatal === false ? 'warning' : 'info';
}

/** Whether a file has a message that fails the build. */
export function hasErrors(file: VFile): boolean {
  return file.messages.some((message) => message.fatal === true);
}
