/** biblio: Notice[], Authority → Biblio. Every title, name and number that can be cited, and what each means in which notice. */
import { foldNumber } from '../../notation/normalize/number.ts';
import { carriedTitles } from '../../notation/genres.ts';
import { foldTitle } from '../../notation/normalize/title.ts';
import type { Facts } from '../../model/records/notice-summary.ts';
import type { Role } from '../../model/vocabulary.ts';
import { workNames } from '../../authored/names.ts';
import type { Authority } from '../../authored/works-schema.ts';
import type { Work } from '../../authored/work-schema.ts';

/** What a name stands for. */
export interface Meaning {
  /** Parts of the printed name and the works they cite; one part is the whole name. Empty when undecided or no work. */
  parts: { text: string; works: readonly string[] }[];
  /** The only notices in which it means this; null: everywhere. */
  in: readonly string[] | null;
  /** Forced by the authority file; null when the sentence decides. */
  role: Role | null;
  /** Why it cites nothing; null when it cites something. */
  reason: string | null;
  note: string | null;
}

/** A name that may stand in running text. */
interface RunningName {
  folded: string;
  meaning: Meaning;
}

export interface Biblio {
  /** Folded name inside 《》 → meanings. */
  marked: ReadonlyMap<string, readonly Meaning[]>;
  /** First two units of a folded name in running text → names, longest first. */
  running: ReadonlyMap<string, readonly RunningName[]>;
  /** Folded number → ids. */
  numbers: ReadonlyMap<string, readonly string[]>;
  works: ReadonlyMap<string, Work>;
  /** Work → the notice of the archive that is its text. */
  fullTexts: ReadonlyMap<string, string>;
}

/** A notice as others may cite it. */
export interface CitableNotice {
  id: string;
  facts: Pick<Facts, 'title' | 'enclosure' | 'number' | 'issuer'>;
  /** Of its clauses. */
  anchors: ReadonlySet<string>;
}

/** A shorter title (工作要点) may be no citation in running text. */
const OWN_NAME = 8;

/** Names are found in running text by their first units. */
export const KEY = 2;

/** The names gathered so far. */
interface NameIndex {
  marked: Map<string, Meaning[]>;
  running: Map<string, RunningName[]>;
  numbers: Map<string, string[]>;
}

/**
 * Gathers what can be cited.
 * @param notices of the archive
 * @param authority from `seeds/works.yaml`
 */
export function buildBiblio(
  notices: readonly CitableNotice[],
  { works, phrases, media }: Authority,
): Biblio {
  const index: NameIndex = { marked: new Map(), running: new Map(), numbers: new Map() };
  const fullTexts = findFullTexts(notices, works);
  const texts = new Set(fullTexts.values());
  for (const work of works) addWork(index, work);
  for (const phrase of phrases) addPhrase(index, phrase);
  for (const { names } of media) for (const name of names) addMedium(index, name);
  for (const notice of notices) addNotice(index, notice, texts.has(notice.id));
  for (const names of index.running.values())
    names.sort((one, other) => other.folded.length - one.folded.length);
  return { ...index, works: new Map(works.map((work) => [work.id, work])), fullTexts };
}

function addWork(index: NameIndex, work: Work): void {
  for (const { text, marked, in: within, role, note } of workNames(work)) {
    const meaning = whole(work.id, note, role, within);
    addMarked(index, text, meaning);
    if (!marked) addRunning(index, text, meaning);
  }
  if (work.number !== null) push(index.numbers, foldNumber(work.number), work.id);
}

function addPhrase(index: NameIndex, phrase: Authority['phrases'][number]): void {
  const { text, marked, in: within, parts, undecided, role, note } = phrase;
  const meaning: Meaning = {
    parts,
    in: within,
    role: undecided === null ? role : 'undecided',
    reason: undecided,
    note,
  };
  if (marked) addMarked(index, text, meaning);
  else addRunning(index, text, meaning);
}

function addMedium(index: NameIndex, name: string): void {
  const reason = '报刊名称，不是文件';
  const meaning: Meaning = { parts: [], in: null, role: 'media', reason, note: null };
  addMarked(index, name, meaning);
  addRunning(index, name, meaning);
}

/** @param isFullText the full text of a work is cited as the work */
function addNotice(index: NameIndex, { id, facts }: CitableNotice, isFullText: boolean): void {
  for (const name of ownNames(facts)) addRunning(index, name, whole(id, null, 'self', [id]));
  if (isFullText) return;
  for (const name of titlesOf(facts)) addMarked(index, name, whole(id, null, null, null));
  if (facts.number !== null) push(index.numbers, foldNumber(facts.number), id);
}

function addMarked({ marked }: NameIndex, name: string, meaning: Meaning): void {
  push(marked, foldTitle(name), meaning);
}

function addRunning({ running }: NameIndex, name: string, meaning: Meaning): void {
  const folded = foldTitle(name);
  push(running, folded.slice(0, KEY), { folded, meaning });
}

/** A notice is the full text of a work when it carries its title or its number. */
function findFullTexts(
  notices: readonly CitableNotice[],
  works: readonly Work[],
): Map<string, string> {
  const found = new Map<string, string>();
  for (const { id, facts } of notices) {
    const titles = new Set(
      [facts.enclosure, facts.title].flatMap((title) => (title === null ? [] : [foldTitle(title)])),
    );
    const number = facts.number === null ? null : foldNumber(facts.number);
    const work = works.find(
      (each) =>
        titles.has(foldTitle(each.title)) ||
        (each.number !== null && foldNumber(each.number) === number),
    );
    if (work && !found.has(work.id)) found.set(work.id, id);
  }
  return found;
}

function whole(
  id: string,
  note: string | null,
  role: Role | null,
  within: readonly string[] | null,
): Meaning {
  return { parts: [{ text: '', works: [id] }], in: within, role, reason: null, note };
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** A notice is cited by its title, with or without its issuer in front, and by the title of what it carries. */
function titlesOf({ title, enclosure, issuer }: CitableNotice['facts']): Set<string> {
  const names = [
    title,
    enclosure,
    ...carriedTitles(title ?? ''),
    issuer !== null && title?.startsWith(issuer) === true ? title.slice(issuer.length) : null,
  ];
  return new Set(names.filter((name): name is string => name !== null && name !== ''));
}

/** A notice names itself where it prints the title of what it carries, also without marks. */
function ownNames({ title, enclosure }: CitableNotice['facts']): Set<string> {
  const names = [enclosure, ...carriedTitles(title ?? '')];
  return new Set(
    names.filter((name): name is string => name !== null && foldTitle(name).length >= OWN_NAME),
  );
}

/**
 * What a name means in a notice: a meaning for this notice goes before one for all.
 * @param meanings of one name
 * @param notice id of the notice it stands in
 * @returns null when nothing is known
 */
export function meaningIn(
  meanings: readonly Meaning[] | undefined,
  notice: string,
): Meaning | { ambiguous: string[] } | null {
  const own = meanings?.filter((meaning) => meaning.in?.includes(notice) === true) ?? [];
  const fitting = own.length > 0 ? own : (meanings?.filter((meaning) => meaning.in === null) ?? []);
  const [first] = fitting;
  if (!first) return null;
  const targets = new Set(
    fitting.map((meaning) => JSON.stringify(meaning.parts.map((part) => part.works))),
  );
  if (targets.size === 1)
    return fitting.find((meaning) => meaning.note !== null || meaning.role !== null) ?? first;
  const ids = new Set(fitting.flatMap((meaning) => meaning.parts.flatMap((part) => part.works)));
  // a notice that carries a document of this name means its own document
  if (ids.has(notice))
    return (
      fitting.find((meaning) => meaning.parts.some((part) => part.works.includes(notice))) ?? first
    );
  return { ambiguous: [...ids] };
}
