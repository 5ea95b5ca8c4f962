/** Ids of notices that moved or were withdrawn, in the authority file. */
import type { Complain } from './complaint.ts';
import type { Heirs } from './heirs.ts';
import { referencesIn } from './relations.ts';
import type { Authority } from './work.ts';

/**
 * Puts the ids that notices have now where the file names them by former ones; a withdrawn notice is left out of `in`, `relations` and `candidates`.
 * @param authority of the right shape
 * @param notices ids of the notices of the archive
 * @param heirs of former ids
 * @param warn gets a message for each, with what to write; ruleId `works-relation`
 * @returns the authority, and the former ids that were dealt with
 */
export function followNotices(
  authority: Authority,
  notices: ReadonlySet<string>,
  heirs: Heirs,
  warn: Complain,
): { authority: Authority; former: ReadonlySet<string> } {
  const works = new Set(authority.works.map(({ id }) => id));
  const now = new Map<string, string | null>();
  for (const { id, path } of referencesIn(authority)) {
    const heir = notices.has(id) || works.has(id) ? null : heirs.notice(id);
    // a part of a phrase names nothing without its work
    if (!heir || (heir.to === null && path.includes('parts'))) continue;
    now.set(id, heir.to);
    warn({
      ruleId: 'works-relation',
      path,
      reason: `The notice ${id} ${heir.why}; ${heir.to === null ? 'it is passed over here' : 'it is followed'}. ${heir.to === null ? '该公文已撤下' : '该公文标识已变动'}。`,
      note: heir.to === null ? `Take ${id} out.` : `Write ${heir.to} instead of ${id}.`,
    });
  }
  return { authority: withIds(authority, now), former: new Set(now.keys()) };
}

function withIds(
  { works, phrases, media }: Authority,
  now: ReadonlyMap<string, string | null>,
): Authority {
  if (now.size === 0) return { works, phrases, media };
  const current = (id: string): string | null => now.get(id) ?? (now.has(id) ? null : id);
  const all = (ids: readonly string[]): string[] => [
    ...new Set(ids.flatMap((id) => current(id) ?? [])),
  ];
  return {
    works: works.map((work) => ({
      ...work,
      names: work.names.map((name) => ({ ...name, in: name.in && all(name.in) })),
      relations: work.relations.flatMap((relation) => {
        const id = current(relation.work);
        return id === null ? [] : [{ ...relation, work: id }];
      }),
    })),
    phrases: phrases.map((phrase) => ({
      ...phrase,
      in: phrase.in && all(phrase.in),
      candidates: all(phrase.candidates),
      parts: phrase.parts.map((part) => ({ ...part, works: all(part.works) })),
    })),
    media,
  };
}
