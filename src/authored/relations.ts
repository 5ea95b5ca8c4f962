/** Ids of works, and relations between works. */
import type { Complain } from './complaint.ts';
import { INVERSES } from '../model/vocabulary.ts';
import type { Authority } from './works-schema.ts';
import type { Relation, Work } from './work-schema.ts';
import type { Path } from './yaml-path.ts';

/**
 * ruleIds `works-id`, `works-relation`: ids given twice, and works related to themselves.
 * @param authority of the right shape
 * @param notices ids of the notices of the archive
 * @param complain gets what is wrong
 */
export function checkIds(
  authority: Authority,
  notices: ReadonlySet<string>,
  complain: Complain,
): void {
  const works = new Set<string>();
  for (const [index, { id }] of authority.works.entries()) {
    if (works.has(id) || notices.has(id)) {
      complain({
        ruleId: 'works-id',
        path: ['works', index, 'id'],
        reason: `The id ${id} already belongs to another ${notices.has(id) ? 'notice' : 'work'}. 标识重复。`,
        note: notices.has(id)
          ? 'A notice of the archive is a work by its own id: take this entry out.'
          : 'Give each work an id of its own; a published one stays.',
      });
    }
    works.add(id);
  }
  for (const [index, work] of authority.works.entries()) {
    for (const [position, relation] of work.relations.entries()) {
      if (relation.work !== work.id) continue;
      complain({
        ruleId: 'works-relation',
        path: ['works', index, 'relations', position, 'work'],
        reason: `${work.id} is related to itself. 文件不能与自身关联。`,
        note: 'Name the other work, or take the relation out.',
      });
    }
  }
}

/** An id that an authority file mentions. */
interface Mention {
  id: string;
  path: Path;
  /** Works do not count here. */
  only?: 'notices';
}

/**
 * The ids without a document, in the order of the file.
 * @param authority of the right shape
 * @param notices ids of the notices of the archive
 */
export function unknownIds(authority: Authority, notices: ReadonlySet<string>): Mention[] {
  const works = new Set(authority.works.map(({ id }) => id));
  return mentionsIn(authority).filter(
    ({ id, only }) => !notices.has(id) && (only === 'notices' || !works.has(id)),
  );
}

function mentionsIn({ works, phrases }: Authority): Mention[] {
  const scope = (ids: string[] | null, path: Path): Mention[] =>
    (ids ?? []).map((id, index) => ({ id, path: [...path, 'in', index], only: 'notices' }));
  return [
    ...works.flatMap(({ names, relations }, work) => [
      ...names.flatMap((name, index) => scope(name.in, ['works', work, 'names', index])),
      ...relations.map(({ work: id }, index) => ({
        id,
        path: ['works', work, 'relations', index, 'work'],
      })),
    ]),
    ...phrases.flatMap((phrase, index) => [
      ...scope(phrase.in, ['phrases', index]),
      ...phrase.candidates.map((id, position) => ({
        id,
        path: ['phrases', index, 'candidates', position],
      })),
      ...phrase.parts.flatMap((part, position) =>
        part.works.map((id, last) => ({
          id,
          path: ['phrases', index, 'parts', position, 'works', last],
        })),
      ),
    ]),
  ];
}

/**
 * The relations as seen from both sides: the file states each once.
 * @param works from the authority file
 * @returns id of a work or a notice → its relations, each once
 */
export function relationsOf(works: readonly Work[]): Map<string, Relation[]> {
  const all = new Map<string, Relation[]>();
  const add = (id: string, relation: Relation): void => {
    const own = all.get(id) ?? [];
    if (own.some(({ type, work }) => type === relation.type && work === relation.work)) return;
    all.set(id, [...own, relation]);
  };
  for (const { id, relations } of works) for (const relation of relations) add(id, relation);
  for (const { id, relations } of works) {
    for (const { type, work, note } of relations)
      add(work, { type: INVERSES[type], work: id, note });
  }
  return all;
}
