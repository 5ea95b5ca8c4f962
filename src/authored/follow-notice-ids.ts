/** Ids of notices that moved or were withdrawn, in the authority file. */
import type { Complain } from './complaint.ts';
import type { Redirect, Redirects } from '../model/redirects.ts';
import { checkIds, unknownIds } from './relations.ts';
import type { Authority } from './works-schema.ts';

/**
 * Checks the ids of an authority file (`checkIds`) and puts the ids that notices have now where it names them by former ones. A withdrawn notice is left out, and
 * so is, of `in`, a notice that this archive does not have: the file may come from a larger one.
 * @param authority of the right shape
 * @param notices ids of the notices of the archive
 * @param redirects from former ids
 * @param tell complain gets what is wrong, warn (ruleId `works-relation`) what is followed or left out, with what to write
 */
export function followNotices(
  authority: Authority,
  notices: ReadonlySet<string>,
  redirects: Redirects,
  { complain, warn }: { complain: Complain; warn: Complain },
): Authority {
  checkIds(authority, notices, complain);
  const currentIds = new Map<string, string | null>();
  const isHere = (id: string): boolean =>
    notices.has(id) || (redirects.notice(id)?.to ?? null) !== null;
  for (const { id, path, only } of unknownIds(authority, notices)) {
    const redirect = redirects.notice(id);
    const phrase = path[0] === 'phrases' ? authority.phrases[Number(path[1])] : undefined;
    // a part of a phrase is useless without its work
    if (redirect && (redirect.to !== null || !path.includes('parts'))) {
      currentIds.set(id, redirect.to);
      warn({ ruleId: 'works-relation', path, ...adviceOn(id, redirect) });
    } else if (only === 'notices') {
      warn({ ruleId: 'works-relation', path, ...unknownId(id, 'notice') });
    } else if (phrase?.in?.some(isHere) ?? true) {
      complain({ ruleId: 'works-relation', path, ...unknownId(id, 'work or notice') });
    }
  }
  return currentIds.size === 0 ? authority : withIds(authority, currentIds);
}

interface Advice {
  reason: string;
  note: string;
}

function unknownId(id: string, what: string): Advice {
  return {
    reason: `There is no ${what} with the id ${id}. 所指标识不存在。`,
    note: 'Look for a slip of the pen in the id, or add the work or the notice first.',
  };
}

function adviceOn(id: string, { to, why }: Redirect<string>): Advice {
  return to === null
    ? {
        reason: `The notice ${id} ${why}; it is passed over here. 该公文已撤下。`,
        note: `Take ${id} out.`,
      }
    : {
        reason: `The notice ${id} ${why}; it is followed. 该公文标识已变动。`,
        note: `Write ${to} instead of ${id}.`,
      };
}

function withIds(
  { works, phrases, media }: Authority,
  currentIds: ReadonlyMap<string, string | null>,
): Authority {
  const current = (id: string): string | null =>
    currentIds.get(id) ?? (currentIds.has(id) ? null : id);
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
