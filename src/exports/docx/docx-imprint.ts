/** 版记 in Word: at the foot of the type area of the last page (GB/T 9704-2012, 7.4). */
import {
  FrameAnchorType,
  FrameWrap,
  HeightRule,
  LineRuleType,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { findDate } from '../../notation/dates.ts';
import { AREA, characters, CLOSER, LINE, rule } from './docx-layout.ts';
import { xmlCharacters } from '../xml-characters.ts';

/** 4号, in half-points. */
const SIZE = 28;
/** One character of 4号, in twips: how far the words keep from both ends of the rules. */
const CHARACTER = SIZE * 10;
/** The rules are as wide as the type area: 28 characters of 3号. */
const WIDTH = characters(28);
/** How many characters of 4号 stand between them. */
const CAPACITY = Math.floor((WIDTH - 2 * CHARACTER) / (CHARACTER + CLOSER));
/** What a line is lower than one of the 22, and has below it instead: type stands at the foot of an exact line, here it stands between rules. */
const LIFT = 120;
/** 0.35 mm above the first element and below the last, 0.25 mm between them (7.4.1), in eighths of a point. */
const THICK = rule(8, '000000', 1);
const THIN = rule(6, '000000', 1);

/** An element of the imprint, as it is set. */
interface Element {
  /** How far its further lines are set in, to stand below the first character behind `抄送：` (7.4.2). */
  hanging: number;
  front: string;
  /** 印发日期; `""` where there is none. */
  end: string;
  /** It stands below its front, which leaves it no room. */
  isBelow: boolean;
  /** Lines that it takes. */
  lines: number;
}

/**
 * The imprint at the lower edge of the type area, each element a frame. Frames stand on the page of the paragraph behind them: that one is empty and keeps
 * as much room as they take, so that text and imprint never meet; where the page has no room left, both go to the next.
 *
 * One frame for all would do for Word, but LibreOffice shows it neither at the foot nor with its rules as soon as these differ.
 * @param texts of the imprint as printed, one an element
 */
export function imprintParagraphs(texts: readonly string[]): Paragraph[] {
  const elements = texts.map(elementOf);
  const heights = elements.map(({ lines }) => lines * LINE);
  const height = (from: number) => heights.slice(from).reduce((sum, each) => sum + each, 0);
  return [
    ...elements.map((element, at) =>
      paragraphOf(element, AREA.bottom - height(at), heights[at] ?? LINE, {
        top: at === 0 ? THICK : THIN,
        ...(at === elements.length - 1 ? { bottom: THICK } : {}),
      }),
    ),
    new Paragraph({ spacing: { before: height(0), line: 20, lineRule: LineRuleType.EXACT } }),
  ];
}

/** 印发机关 on the left, 印发日期 on the right (7.4.3). */
function elementOf(text: string): Element {
  const date = findDate(text);
  const isDated = date && date.start > 0 && /^(?:印发)?$/.test(text.slice(date.end));
  const front = isDated ? text.slice(0, date.start) : text;
  const end = text.slice(front.length);
  const hanging = /^(?:主送|抄送|抄报|分送)[：:]/.exec(front)?.[0].length ?? 0;
  const own = 1 + Math.max(0, Math.ceil((widthOf(front) - CAPACITY) / (CAPACITY - hanging)));
  const isBelow = end !== '' && widthOf(front) + 1 + widthOf(end) > own * CAPACITY;
  return { hanging, front, end, isBelow, lines: own + (isBelow ? 1 : 0) };
}

/** In characters; Latin letters and digits are half as wide. */
function widthOf(text: string): number {
  return [...text].reduce((width, each) => width + (/[\x20-\x7e]/.test(each) ? 0.5 : 1), 0);
}

/** @param y of its upper edge on the page, in twips */
function paragraphOf(
  { hanging, front, end, isBelow }: Element,
  y: number,
  height: number,
  border: { top: typeof THIN; bottom?: typeof THICK },
): Paragraph {
  const dateRun = () =>
    new TextRun({
      size: SIZE,
      ...(isBelow ? { break: 1 } : {}),
      children: [new Tab(), xmlCharacters(end)],
    });
  return new Paragraph({
    frame: {
      type: 'absolute',
      position: { x: AREA.left, y },
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
      width: WIDTH,
      height,
      rule: HeightRule.EXACT,
      wrap: FrameWrap.AROUND,
    },
    spacing: { line: LINE - LIFT, lineRule: LineRuleType.EXACT, after: LIFT },
    indent: {
      left: (1 + hanging) * CHARACTER,
      // A date ends at its tab stop; an indent at the same place would break it where a stand-in font is a hair wider.
      right: end === '' ? CHARACTER : 0,
      hanging: hanging * CHARACTER,
    },
    tabStops: [{ type: TabStopType.RIGHT, position: WIDTH - CHARACTER }],
    border,
    children: [
      new TextRun({ size: SIZE, text: xmlCharacters(front) }),
      ...(end === '' ? [] : [dateRun()]),
    ],
  });
}
