/** Topic corrections of sidecars: what `seeds/links.yaml` has wrong, or cannot say, of one notice. */
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import type { Redirects } from '../model/redirects.ts';
import type { ReadSidecar } from './read-sidecar.ts';
import type { Sidecar, TopicCorrection } from './sidecar-schema.ts';
import type { TopicLink } from './links-schema.ts';

/** A notice with the corrections of its sidecar. */
export interface Corrected {
  notice: string;
  /** Anchors of its clauses. */
  anchors: ReadonlySet<string>;
  read: ReadSidecar;
  /** The sidecar; gets the messages. */
  file: VFile;
}

/** Topics as corrected. */
export interface CorrectedTopics {
  /** Without the terms that were taken out; links without other terms are left out. */
  links: TopicLink[];
  /** Id of a notice → the topics that were added. */
  added: ReadonlyMap<string, readonly TopicCorrection[]>;
}

/**
 * Corrects topics. Never throws.
 * @param notices with their sidecars, which get errors `topic`: an unknown clause or topic, one that is there already or that is not there
 * @param links of all notices, as `seeds/links.yaml` has them
 * @param redirects from the addresses that clauses had before
 */
export function correctTopics(
  notices: readonly Corrected[],
  links: readonly TopicLink[],
  redirects: Redirects,
): CorrectedTopics {
  const known = new Set(links.flatMap(({ terms }) => terms));
  const linksOf = Map.groupBy(links, ({ notice }) => notice);
  const sound = notices.map((each) => {
    const own = linksOf.get(each.notice) ?? [];
    return { notice: each.notice, ...soundIn(each, own, known, redirects) };
  });
  const removed = new Map(sound.map(({ notice, remove }) => [notice, remove]));
  return {
    links: links.flatMap((link) => without(link, removed.get(link.notice) ?? [])),
    added: new Map(sound.map(({ notice, add }) => [notice, add])),
  };
}

/** @param own links of the notice @param known all topics */
function soundIn(
  corrected: Corrected,
  own: readonly TopicLink[],
  known: ReadonlySet<string>,
  redirects: Redirects,
): Sidecar['topics'] {
  const { read, file } = corrected;
  const { add, remove } = read.sidecar.topics;
  const has = ({ clause, topic }: TopicCorrection): boolean =>
    own.some((link) => (clause === null || link.clause === clause) && link.terms.includes(topic));
  const isSound =
    (list: 'add' | 'remove', mistakeOf: (each: TopicCorrection, index: number) => Mistake | null) =>
    (each: TopicCorrection, index: number): boolean => {
      const mistake =
        misplaced(each, corrected, redirects) ??
        (known.has(each.topic) ? mistakeOf(each, index) : unknown(each.topic));
      if (mistake === null) return true;
      const { key, reason, note } = mistake;
      const place = read.placeAt(['topics', list, index, key]);
      report(file, { ruleId: 'topic', severity: 'error', reason, note, place });
      return false;
    };
  const isRepeated = (each: TopicCorrection, index: number): boolean =>
    add.slice(0, index).some((other) => isSame(each, other));
  return {
    add: add.filter(
      isSound('add', (each, index) =>
        has(each) || isRepeated(each, index) ? doubled(each) : null,
      ),
    ),
    remove: remove.filter(isSound('remove', (each) => (has(each) ? null : missing(each)))),
  };
}

/** The mistake in a correction, and the key to be corrected. */
interface Mistake {
  key: 'clause' | 'topic';
  reason: string;
  note: string;
}

function misplaced(
  { clause, topic }: TopicCorrection,
  { notice, anchors }: Corrected,
  redirects: Redirects,
): Mistake | null {
  if (clause === null) return null;
  const redirect = redirects.clause({ notice, clause }, [topic]);
  if (anchors.has(clause) && !redirect) return null;
  const now = redirect?.to?.notice === notice ? redirect.to.clause : null;
  return {
    key: 'clause',
    reason: redirect
      ? `${clause} ${redirect.why}. 所指条款地址已变动。`
      : `This notice has no clause ${clause}. 没有这一条款。`,
    note:
      now === null
        ? 'Copy the anchor from the page of the notice, behind the # of its address; take the correction out if its clause is gone.'
        : `Write clause: ${now}`,
  };
}

function unknown(topic: string): Mistake {
  return {
    key: 'topic',
    reason: `No clause has the topic “${topic}” in seeds/links.yaml. 没有这个主题。`,
    note: 'Write one of the terms of seeds/links.yaml, letter by letter; a new topic begins there, with a link.',
  };
}

function doubled({ clause, topic }: TopicCorrection): Mistake {
  return {
    key: 'topic',
    reason: `${placeOf(clause)} has the topic “${topic}” already. 已有此主题。`,
    note: 'Take this line out.',
  };
}

function missing({ clause, topic }: TopicCorrection): Mistake {
  return {
    key: 'topic',
    reason: `${placeOf(clause)} does not have the topic “${topic}”, so it cannot be taken out. 本无此主题。`,
    note: 'Take this line out, or name the clause that has it.',
  };
}

function placeOf(clause: string | null): string {
  return clause ?? 'This notice';
}

function isSame(one: TopicCorrection, other: TopicCorrection): boolean {
  return one.clause === other.clause && one.topic === other.topic;
}

function without(link: TopicLink, removed: readonly TopicCorrection[]): TopicLink[] {
  const terms = link.terms.filter(
    (term) =>
      !removed.some(
        ({ clause, topic }) => topic === term && (clause === null || clause === link.clause),
      ),
  );
  return terms.length === 0 ? [] : [{ ...link, terms }];
}
