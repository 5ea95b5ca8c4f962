/**
 * The page of GB/T 9704-2012 in the units of WordprocessingML: twips (1/1440 inch) for lengths, half-points for type sizes.
 * Numbers of sections are of that standard.
 */
import type { IParagraphOptions, IRunOptions, ISectionOptions } from 'docx';
import { AlignmentType, BorderStyle, DocumentGridType, LineRuleType } from 'docx';
import type { PageBlock } from '../../records/page-blocks.ts';

const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** One of 22 lines in the 225 mm of the type area (5.2.3); rounded down, so that 22 fit. */
export const LINE = Math.floor((225 / 25.4 / 22) * 1440);
/** One of 28 characters in its 156 mm. */
const CHARACTER = (156 / 25.4 / 28) * 1440;
/** 3号, 16 pt: the size of everything that has no other (5.2.2). */
export const BODY_SIZE = 32;
/** What a character of 3号 takes less than its size, in twips, so that 28 fill a line; rounded like the line. */
export const CLOSER = Math.floor(CHARACTER - BODY_SIZE * 10);

/** Typefaces by their names in the standard's practice; `FALLBACKS` says what to take where they are missing. */
export const FACES = {
  title: '方正小标宋简体',
  black: '黑体',
  kai: '楷体_GB2312',
  body: '仿宋_GB2312',
  song: '宋体',
  /** The standard leaves Latin letters and digits open. */
  latin: 'Times New Roman',
} as const;

/** Typeface → others that may stand in for it, best first (`w:altName`; ECMA-376-1, 17.8.3.1). */
export const FALLBACKS: Record<string, string> = {
  [FACES.title]: '方正小标宋_GBK,小标宋体,STZhongsong,华文中宋,SimSun,宋体',
  [FACES.black]: 'SimHei,Noto Sans CJK SC',
  [FACES.kai]: '楷体,KaiTi,STKaiti',
  [FACES.body]: '仿宋,FangSong,STFangsong',
  [FACES.song]: 'SimSun,Noto Serif CJK SC',
};

/** Edges of the type area on the page (5.2.1). */
export const AREA = { left: twips(28), bottom: twips(297 - 35) } as const;

/**
 * Margins of the type area (5.2.1), its 22 lines (5.2.3), and a page number 7 mm below it (7.5). The 28 characters of a line are in the style
 * (`CLOSER`): of a grid of characters LibreOffice makes 18 a line, because it takes 12 pt for their size.
 */
export const PAGE_SIZE: NonNullable<ISectionOptions['properties']> = {
  page: {
    size: { width: twips(210), height: twips(297) },
    margin: {
      top: twips(37),
      bottom: twips(35),
      left: AREA.left,
      right: twips(26),
      header: twips(15),
      footer: twips(23),
    },
  },
  grid: { type: DocumentGridType.LINES, linePitch: LINE },
};

/** A width of characters as an indent. */
export const characters = (count: number): number => Math.round(count * CHARACTER);

/** The font of a run by its name, for all but Latin letters and digits. */
function face(name: string): NonNullable<IRunOptions['font']> {
  return { eastAsia: name, ascii: FACES.latin, hAnsi: FACES.latin, cs: FACES.latin };
}

const centred = { alignment: AlignmentType.CENTER };

/**
 * A rule above or below a paragraph.
 * @param size in eighths of a point
 * @param color hexadecimal
 * @param space between it and the words, in points
 */
export const rule = (size: number, color: string, space: number) => ({
  style: BorderStyle.SINGLE,
  size,
  color,
  space,
});

/** How a block is set where it departs from the style (docx-styles.ts): its paragraph, and its runs. */
export interface ParagraphSetting {
  paragraph: Omit<IParagraphOptions, 'children' | 'run'>;
  run: Pick<IRunOptions, 'font' | 'size' | 'color'>;
}

const RED = 'FF0000';
const TITLE = { font: face(FACES.title), size: 44 };
const BLACK_FACE = { font: face(FACES.black) };
const BODY = {
  alignment: AlignmentType.BOTH,
  indent: { firstLine: characters(2), firstLineChars: 200 },
};

/**
 * How a block is set (7.2.4 to 7.3); the imprint has a place of its own (docx-imprint.ts).
 * @param block printed
 * @param isFirst whether the block before it is of another kind: what goes above an element goes above its first line
 * @param longest length of the longest block of its run, which sets the type of a masthead
 */
export function paragraphSetting(
  { kind }: PageBlock,
  isFirst: boolean,
  longest: number,
): ParagraphSetting {
  const apart = isFirst ? { spacing: { before: LINE } } : {};
  switch (kind) {
    case 'masthead':
      return masthead(longest, isFirst);
    case 'number':
      // two empty lines below the masthead; the red line 4 mm below the number (7.2.7)
      return {
        paragraph: {
          ...centred,
          spacing: { before: 2 * LINE },
          border: { bottom: rule(12, RED, 11) },
        },
        run: {},
      };
    case 'title':
      return { paragraph: { ...centred, spacing: { before: 2 * LINE } }, run: TITLE };
    case 'enclosureTitle':
      return { paragraph: { ...centred, spacing: { before: LINE, after: LINE } }, run: TITLE };
    case 'addressees':
      return { paragraph: apart, run: {} };
    case 'annexNote':
      return { paragraph: { ...BODY, ...apart }, run: {} };
    case 'annexLabel':
      return { paragraph: {}, run: BLACK_FACE };
    case 'signature':
      return { paragraph: { ...atRight(2), ...apart }, run: {} };
    case 'date':
      return { paragraph: atRight(4), run: {} };
    default:
      return { paragraph: BODY, run: {} };
  }
}

/** Red, its upper edge 35 mm below that of the type area (7.2.4); as large as the line allows, on more lines before it is smaller than the title. */
function masthead(length: number, isFirst: boolean): ParagraphSetting {
  const lines = Math.max(1, Math.ceil(length / 20));
  const fitting = (28 * CHARACTER) / 20 / Math.max(1, Math.ceil(length / lines));
  const points = Math.min(lines === 1 ? 48 : 36, Math.floor(fitting));
  return {
    paragraph: {
      ...centred,
      spacing: {
        line: points * 26,
        lineRule: LineRuleType.EXACT,
        ...(isFirst ? { before: twips(35) } : {}),
      },
    },
    run: { font: face(FACES.title), size: points * 2, color: RED },
  };
}

function atRight(count: number): ParagraphSetting['paragraph'] {
  return { alignment: AlignmentType.RIGHT, indent: { right: characters(count) } };
}

const FIRST_LEVEL = new Set(['part', 'chapter', 'subchapter', 'article', 'han']);

/**
 * The type of a unit's label and heading: 黑体 for the first level, 楷体 for the second, body type below (7.3.3); chapters and articles have 黑体
 * in laws.
 * @param scheme of the unit
 */
export function headingRun(scheme: PageBlock['scheme']): ParagraphSetting['run'] {
  if (scheme !== null && FIRST_LEVEL.has(scheme)) return BLACK_FACE;
  return scheme === 'han-paren' ? { font: face(FACES.kai) } : {};
}
