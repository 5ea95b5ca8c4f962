import type { SectionRecord, WorkRecord } from '../exports/record.ts';

/** What search needs of a work: what it is called, and what can be a hit. Contains no clause of a notice. */
export interface WorkText {
  id: string;
  name: string;
  parts: WorkPart[];
}

/** What is said of a work, or the heading of one of its sections. */
export interface WorkPart {
  /** Anchor on the page of the work; empty for the work itself. */
  id: string;
  text: string;
}

/** The searchable text of a work. */
export function workTextOf({
  id,
  title,
  issuer,
  number,
  summary,
  targets,
  outline,
}: WorkRecord): WorkText {
  const own = [title, issuer, number, summary, ...targets].filter((part) => part !== null);
  return {
    id,
    name: title,
    parts: [{ id: '', text: own.join('\n') }, ...outline.flatMap(partsOf)],
  };
}

function partsOf({ id, label, heading, sections }: SectionRecord): WorkPart[] {
  return [{ id, text: `${label ?? ''}${heading ?? ''}` }, ...sections.flatMap(partsOf)];
}
