import type { Role } from '../../model/vocabulary.ts';

/** How far back a verb may stand. */
const REACH = 80;

const PLANS =
  /(?:制定|起草|出台|编制|研究制定|制订|修订|发布|印发)(?:出台|印发|实施|发布|并实施|和实施)?[^，。；》]{0,8}$/;
/** Verbs govern what follows up to the comma; titles listed in between do not end their reach. */
const BASIS = /(?:根据|依据|依照|遵照|按照)[^，。；]*$/;
const IMPLEMENTS = /(?:贯彻|落实|实施|执行|推进|开展|推动)[^，。；]*$/;

/**
 * What a notice does with a document, from the words in front of its name in the same sentence.
 * @param before the text of the clause in front of the name
 * @param isPlanned whether the work is one that a notice announces
 */
export function roleFrom(before: string, isPlanned: boolean): Role {
  if (isPlanned) return 'planned';
  const sentence = before
    .slice(-REACH)
    .replace(/《[^《》]*》/g, '')
    .replace(/^.*[。；！？]/s, '');
  if (BASIS.test(sentence)) return 'basis';
  if (IMPLEMENTS.test(sentence)) return 'implements';
  return 'cites';
}

/**
 * Whether a notice announces the document it names: `制定出台《…》`.
 * @param before the text of the clause in front of the name
 */
export function isAnnounced(before: string): boolean {
  return PLANS.test(lastSentence(before.slice(-REACH)));
}

function lastSentence(text: string): string {
  return text.split(/[。；！？]/).at(-1) ?? '';
}
