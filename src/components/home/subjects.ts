import { records } from '../../archive/site-archive.ts';

/** A topic, with how many notices have it. */
export interface Subject {
  term: string;
  notices: number;
}

/** Subjects shown. */
const MOST = 12;

/** 主题 of the archive: the topics of more than one notice, the most common first. */
export const subjects: Subject[] = [...noticesOfTerms()]
  .map(([term, notices]) => ({ term, notices: notices.size }))
  .filter(({ notices }) => notices > 1)
  .sort((one, other) => other.notices - one.notices || (one.term < other.term ? -1 : 1))
  .slice(0, MOST);

function noticesOfTerms(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { id, topics } of records) {
    for (const { topic } of topics) found.set(topic, (found.get(topic) ?? new Set()).add(id));
  }
  return found;
}
