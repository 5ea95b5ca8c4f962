import { records } from '../../archive.ts';

/** A term of the matches of topic, with how many notices have a clause that is matched by it. */
export interface Subject {
  term: string;
  notices: number;
}

/** Subjects shown. */
const most = 12;

/** 主题 of the archive: the terms that lead to clauses of more than one notice, the most common first. */
export const subjects: Subject[] = [...noticesOfTerms()]
  .map(([term, notices]) => ({ term, notices: notices.size }))
  .filter(({ notices }) => notices > 1)
  .sort((one, other) => other.notices - one.notices || (one.term < other.term ? -1 : 1))
  .slice(0, most);

function noticesOfTerms(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { id, related } of records) {
    for (const term of related.flatMap(({ terms }) => terms)) {
      found.set(term, (found.get(term) ?? new Set()).add(id));
    }
  }
  return found;
}
