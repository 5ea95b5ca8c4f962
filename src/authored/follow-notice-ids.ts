/** Ids of notices that moved or were withdrawn, in the authority file. */
import type { Complain } from './complaint.ts';
import type { Redirect, Redirects } from '../model/redirects.ts';
import { checkIds, idsNowhere } from './relations.ts';
import type { Authority } from '../model/work.ts';

/**
 * Checks the ids of an authority file (`checkIds`) and puts the ids that notices have now where it names them by former ones. A withdrawn notice is left out, and
 * so is, of `in`, a notice that this archive does not have: the file may come from a larger one.
 * @param authority of the right shape
 * @param notices ids of the notices of the archive
 * @param heirs of former ids
 * @param tell complain gets what is wrong, warn (ruleId `works-relation`) what is followed or left out, with what to write
 */
export function followNotices(
  authority: Authority,
  notices: ReadonlySet<string>,
  heirs: Redirects,
  { complain, warn }: { complain: Complain; warn: Complain },
): Authority {
  checkIds(authority, notices, complain);
  const now = new Map<string, string | null>();
  const isHere = (id: string): boolean =>
    notices.has(id) || (heirs.notice(id)?.to ?? null) !== null;
  for (const { id, path, only } of idsNowhere(authority, notices)) {
    const heir = heirs.notice(id);
    const phrase = path[0] === 'phrases' ? authority.phrases[Number(path[1])] : undefined;
    // a part of a phrase names nothing without its work
    if (heir && (heir.to !== null || !path.includes('parts'))) {
      now.set(id, heir.to);
      warn({ ruleId: 'works-relation', path, ...adviceOn(id, heir) });
    } else if (only === 'notices') {
      warn({ ruleId: 'works-relation', path, ...nowhere(id, 'notice') });
    } else if (phrase?.in?.some(isHere) ?? true) {
      complain({ ruleId: 'works-relation', path, ...nowhere(id, 'work or notice') });
    }
  }
  return now.size === 0 ? authority : withIds(authority, now);
}

interface Advice {
  reason: string;
  note: string;
}

function nowhere(id: string, what: string): Advice {
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
  now: ReadonlyMap<string, string | null>,
): Authority {
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
