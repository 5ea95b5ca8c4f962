/** Ids of notices that moved or were withdrawn, in the authority file. */
import type { Complain } from './complaint.ts';
import type { Heir, Heirs } from './heirs.ts';
import { checkIds } from './relations.ts';
import type { Authority } from './work.ts';
import type { Path } from './yaml-file.ts';

/**
 * Checks the ids of an authority file (`checkIds`) and puts the ids that notices have now where it names them by former ones; a withdrawn notice is left out
 * of `in`, `relations` and `candidates`.
 * @param authority of the right shape
 * @param notices ids of the notices of the archive
 * @param heirs of former ids
 * @param tell complain gets what is wrong, warn (ruleId `works-relation`) what is named by a former id, with what to write
 */
export function followNotices(
  authority: Authority,
  notices: ReadonlySet<string>,
  heirs: Heirs,
  { complain, warn }: { complain: Complain; warn: Complain },
): Authority {
  const now = new Map<string, string | null>();
  checkIds(authority, notices, (complaint) => {
    const { ruleId, path } = complaint;
    const id = valueAt(authority, path);
    const heir = ruleId === 'works-relation' && typeof id === 'string' ? heirs.notice(id) : null;
    // a part of a phrase names nothing without its work
    if (!heir || typeof id !== 'string' || (heir.to === null && path.includes('parts'))) {
      complain(complaint);
      return;
    }
    now.set(id, heir.to);
    warn({ ruleId, path, ...adviceOn(id, heir) });
  });
  return now.size === 0 ? authority : withIds(authority, now);
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown>)[step], value);
}

function adviceOn(id: string, { to, why }: Heir<string>): { reason: string; note: string } {
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
