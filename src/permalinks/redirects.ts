/** Redirects from former addresses that `seeds/works.yaml` and `seeds/links.yaml` still name. */
import { noticeUrl } from '../model/address.ts';
import { comparable } from '../notation/normalize/words.ts';
import type { Redirect, Redirects } from '../model/redirects.ts';
import { anchorOf, pageOf, textsOf, written, type Published } from './addresses.ts';
import type { AddressLock } from './address-lock.ts';
import { resolverOf, type Resolution } from './resolve.ts';
import type { RecordFiles } from './records.ts';

/**
 * The redirects of an archive. Computed when the first one is asked for.
 * @param archive its notices and their records; works need not be known
 * @param lock what was published
 */
export function redirectsOf(archive: Published & RecordFiles, lock: AddressLock): Redirects {
  let made: ReturnType<typeof resolverOf> | null = null;
  const texts = new Map<string, ReadonlyMap<string, string>>();
  const resolver = (): ReturnType<typeof resolverOf> => (made ??= resolverOf(archive, lock));

  /** Where the changes of an address lead, latest first; those that lead nowhere left out. */
  function resolutionsOf(url: string): Resolution[] {
    const { changesOf, resolve } = resolver();
    return changesOf(url)
      .map(resolve)
      .filter((resolution) => typeof resolution === 'object')
      .reverse();
  }

  function hasTerms(url: string, terms: readonly string[]): boolean {
    const page = pageOf(url);
    const found = archive.notices.find(({ notice }) => noticeUrl(notice.id) === page);
    const known = texts.get(page) ?? (found ? textsOf(found) : new Map<string, string>());
    texts.set(page, known);
    const text = comparable(known.get(anchorOf(url) ?? '') ?? '');
    return terms.every((term) => text.includes(comparable(term)));
  }

  return {
    notice: (id) => {
      const [resolution] = resolutionsOf(noticeUrl(id));
      return resolution ? redirectTo(resolution, idOf) : null;
    },
    clause: ({ notice, clause }, terms) => {
      const url = `${noticeUrl(notice)}#${clause}`;
      const [latest, ...earlier] = resolutionsOf(url);
      if (!latest) return null;
      const isThere = resolver().current.has(url);
      // a link was written for the text that holds its terms: this one, or an earlier one
      if (isThere && hasTerms(url, terms)) return null;
      const fitting = [latest, ...earlier].find(({ to }) => to !== null && hasTerms(to, terms));
      if (fitting ?? !isThere) return redirectTo(fitting ?? latest, nameOf);
      return latest.to === null
        ? redirectTo(latest, nameOf)
        : {
            to: null,
            why: `means another text now, and “${terms.join('、')}” does not stand in it`,
          };
    },
  };
}

function redirectTo<Name>(
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
