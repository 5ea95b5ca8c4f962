import type { SectionRecord, WorkRecord } from '../../model/records/work.ts';

/** What search needs of a work: what it is called, and what can be a hit. Contains no clause of a notice. */
export interface WorkText {
  id: string;
  name: string;
  number: string | null;
  parts: WorkPart[];
}

/** What is said of a work, or the heading of one of its sections. */
export interface WorkPart {
  /** Anchor on the page of the work; empty for the work itself. */
  id: string;
  text: string;
}

/** The searchable text of a work. */
export function workTextOf(record: WorkRecord): WorkText {
  const { id, title, issuer, number, summary, targets, outline } = record;
  const own = [title, issuer, number, summary, ...targets].filter((part) => part !== null);
  const parts = [{ id: '', text: own.join('\n') }, ...outline.flatMap(partsOf)];
  return { id, name: title, number, parts };
}

function partsOf({ id, label, heading, sections }: SectionRecord): WorkPart[] {
  return [{ id, text: `${label ?? ''}${heading ?? ''}` }, ...sections.flatMap(partsOf)];
}
