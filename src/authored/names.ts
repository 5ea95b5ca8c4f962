/** The names of works, and the check that none is too common or means two works. */
import { foldTitle } from '../notation/normalize/title.ts';
import type { Complain } from './complaint.ts';
import type { Authority } from './works-schema.ts';
import type { Name, Work } from './work-schema.ts';
import type { Path } from './yaml-path.ts';

/** Shorter names in running text are mostly no citations. */
const SHORTEST = 4;

const GENRES =
  '纲要|规划|意见|通知|方案|办法|标准|条例|决定|计划|要点|规定|措施|指引|制度|行动|工程|活动|草案|细则|文件|专项';
const FILLERS =
  '本|该|此|上述|有关|相关|年度|工作|实施|推进|建设|发展|专项|整治|总体|重点|任务|知识产权|五年|十四五|中长期|若干|国家|全国|全?[省市县区]|我[省市县区]|级|关于|的|和|指导|管理|保护';
const COMMON = new RegExp(`^(?:${FILLERS})*(?:${GENRES})?$`);

/**
 * Whether words are too common to name one work: nothing but genres (规划) and what goes with all of them (年度推进, 我市).
 * @param text any
 */
export function isCommonWord(text: string): boolean {
  return COMMON.test(foldTitle(text));
}

/**
 * Whether a short name has nothing of a document's name: no genre at its end, no digit, no quoted part. 质押融资 and 营商环境 are subjects that every
 * notice speaks of.
 */
function isSubject(text: string): boolean {
  const hasShape = NAMED.test(foldTitle(text)) || /[0-9“”"]/.test(text);
  return !hasShape && [...foldTitle(text)].length < LONG_NAME;
}

const NAMED = new RegExp(`(?:${GENRES}|报|刊|巡讲|白皮书|协作)$`);
/** A name of this length is no everyday word. */
const LONG_NAME = 10;

/**
 * The names of a work: its title (inside 《》, everywhere), unless one of its names says more about it, and its names.
 * @param work from the authority file
 */
export function workNames(work: Work): Name[] {
  const title = foldTitle(work.title);
  if (work.names.some(({ text }) => foldTitle(text) === title)) return work.names;
  return [{ text: work.title, marked: true, in: null, role: null, note: null }, ...work.names];
}

/** A name, a phrase or a newspaper, as far as it can be mistaken for another. */
interface Entry {
  text: string;
  /** What it leads to. */
  target: string;
  /** Where it is looked for: inside 《》, in running text. */
  spaces: ('marked' | 'plain')[];
  in: string[] | null;
  path: Path;
}

/**
 * ruleId `works-alias`: names that are too short or too common, and names that lead to two places.
 * @param authority of the right shape
 * @param complain gets what is wrong
 */
export function checkNames(authority: Authority, complain: Complain): void {
  const entries = entriesOf(authority);
  // an undecided phrase makes no links, so it may be common
  const undecided = new Set(
    authority.phrases.filter((phrase) => phrase.undecided !== null).map(({ text }) => text),
  );
  for (const entry of entries) if (!undecided.has(entry.text)) checkWord(entry, complain);
  const seen = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const space of entry.spaces) {
      const key = `${space} ${foldTitle(entry.text)}`;
      const others = seen.get(key) ?? [];
      const other = others.find((each) => overlap(each.in, entry.in));
      seen.set(key, [...others, entry]);
      if (!other) continue;
      complain({
        ruleId: 'works-alias',
        path: entry.path,
        reason: `“${entry.text}” already names ${other.target}. 名称重复。`,
        note: 'Take it off one of the two, or say under `in` which notices mean which. Two works of one title: add the issuer to the title in brackets.',
      });
      break;
    }
  }
}

function entriesOf({ works, phrases, media }: Authority): Entry[] {
  return [
    ...works.flatMap((work, index) =>
      workNames(work).map((name): Entry => {
        const position = work.names.indexOf(name);
        const path =
          position < 0 ? ['works', index, 'title'] : ['works', index, 'names', position, 'text'];
        return {
          text: name.text,
          target: work.id,
          spaces: name.marked ? ['marked'] : ['marked', 'plain'],
          in: name.in,
          path,
        };
      }),
    ),
    ...phrases.map((phrase, index): Entry => {
      const target = `the phrase “${phrase.text}”`;
      return {
        text: phrase.text,
        target,
        spaces: [phrase.marked ? 'marked' : 'plain'],
        in: phrase.in,
        path: ['phrases', index, 'text'],
      };
    }),
    ...media.flatMap(({ name, names }, index) =>
      names.map((text, position): Entry => {
        const target = `the newspaper ${name}`;
        return {
          text,
          target,
          spaces: ['marked', 'plain'],
          in: null,
          path: ['media', index, 'names', position],
        };
      }),
    ),
  ];
}

/** A name in certain notices goes before one that holds everywhere: these two do not meet. */
function overlap(one: string[] | null, other: string[] | null): boolean {
  if (one === null || other === null) return one === other;
  return one.some((id) => other.includes(id));
}

function checkWord({ text, spaces, in: scope, path }: Entry, complain: Complain): void {
  const length = [...foldTitle(text)].length;
  if (length === 0 || (length < SHORTEST && spaces.includes('plain'))) {
    complain({
      ruleId: 'works-alias',
      path,
      reason: `“${text}” is too short to be found in running text (fewer than ${SHORTEST} characters). 名称过短。`,
      note: 'Set `marked: true` if it stands in 《》; otherwise record a phrase: the words around it, with this as one of its `parts`.',
    });
  } else if (
    scope === null &&
    (isCommonWord(text) || (spaces.includes('plain') && isSubject(text)))
  ) {
    complain({
      ruleId: 'works-alias',
      path,
      reason: `“${text}” is a common word and would be linked wherever it stands. 名称是常用词。`,
      note: 'Say under `in` which notices mean this work by it, or use a longer name.',
    });
  }
}
