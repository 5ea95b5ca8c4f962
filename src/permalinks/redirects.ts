/** Where the recorded moves lead what `seeds/works.yaml` and `seeds/links.yaml` still name by a former address. */
import { noticeUrl } from '../model/address.ts';
import { comparable } from '../notation/normalize/words.ts';
import type { Redirect, Redirects } from '../model/redirects.ts';
import { anchorOf, pageOf, textsOf, written, type Published } from './addresses.ts';
import type { AddressLock } from './address-lock.ts';
import { resolverOf, type Resolution } from './resolve.ts';
import type { RecordFiles } from './records.ts';

/**
 * The heirs of an archive's former addresses. Nothing is computed before somebody asks.
 * @param archive its notices and their records; works need not be known
 * @param lock what was published
 */
export function redirectsOf(archive: Published & RecordFiles, lock: AddressLock): Redirects {
  let made: ReturnType<typeof resolverOf> | null = null;
  const texts = new Map<string, ReadonlyMap<string, string>>();
  const moves = (): ReturnType<typeof resolverOf> => (made ??= resolverOf(archive, lock));

  /** The fates of an address that are known, latest first. */
  function fatesOf(url: string): Resolution[] {
    const { changesOf, fateOf } = moves();
    return changesOf(url)
      .map(fateOf)
      .filter((fate) => typeof fate === 'object')
      .reverse();
  }

  function holds(url: string, terms: readonly string[]): boolean {
    const page = pageOf(url);
    const found = archive.notices.find(({ notice }) => noticeUrl(notice.id) === page);
    const known = texts.get(page) ?? (found ? textsOf(found) : new Map<string, string>());
    texts.set(page, known);
    const text = comparable(known.get(anchorOf(url) ?? '') ?? '');
    return terms.every((term) => text.includes(comparable(term)));
  }

  return {
    notice: (id) => {
      const [fate] = fatesOf(noticeUrl(id));
      return fate ? heir(fate, idOf) : null;
    },
    clause: ({ notice, clause }, terms) => {
      const url = `${noticeUrl(notice)}#${clause}`;
      const [latest, ...earlier] = fatesOf(url);
      if (!latest) return null;
      const isThere = moves().here.has(url);
      // the words that a link rests on tell whether it was written for this text or for one before
      if (isThere && holds(url, terms)) return null;
      const fitting = [latest, ...earlier].find(({ to }) => to !== null && holds(to, terms));
      if (fitting ?? !isThere) return heir(fitting ?? latest, nameOf);
      return latest.to === null
        ? heir(latest, nameOf)
        : {
            to: null,
            why: `means another text now, and “${terms.join('、')}” does not stand in it`,
          };
    },
  };
}

function heir<Name>(
  { to, reason }: Resolution,
  name: (url: string) => Name | null,
): Redirect<Name> {
  const why = to === null ? `was withdrawn (${reason})` : `moved to ${written(to)} (${reason})`;
  return { to: to === null ? null : name(to), why };
}

function idOf(url: string): string {
  return written(pageOf(url));
}

/** Null for a clause that became a notice as a whole: which clause of it nobody said. */
function nameOf(url: string): { notice: string; clause: string } | null {
  const clause = anchorOf(url);
  return clause === null ? null : { notice: idOf(url), clause };
}
