/** 自动编号: the numbers that Word prints in front of paragraphs and keeps nowhere in the text (ECMA-376-1, 17.9). */
import { formatNumber } from './number-formats.ts';
import type { StyledPlace, StyleSheet } from './style-sheet.ts';
import { bulletSign } from './symbols.ts';
import { attribute, childAt, childrenOf } from './xml.ts';

interface Level {
  start: number;
  format: string;
  /** `第%1条`, `%1.%2` */
  text: string;
  /** What stands between the number and the text: a space where Word has a tab or a space. */
  gap: string;
  /** All numbers in it in digits (`isLgl`). */
  plain: boolean;
  /** The level, from 1, whose paragraphs make it begin anew; 0: none does; null: any above. */
  restart: number | null;
  /** The style whose paragraphs stand on this level. */
  style: string | null;
}

interface Numbers {
  /** What counts together: instances of one definition run on. */
  definition: string;
  levels: readonly (Level | undefined)[];
  /** Where this instance begins anew, by level. */
  starts: ReadonlyMap<number, number>;
}

/** Gives paragraphs their printed labels; to be asked once for each, in printed order. */
export class Numbering {
  readonly #numbers: ReadonlyMap<string, Numbers>;
  readonly #styles: StyleSheet;
  /** Definition → the numbers reached on its levels. */
  readonly #reached = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  /**
   * @param numbering root of `word/numbering.xml`, or null
   * @param styles of the file
   */
  constructor(numbering: Element | null, styles: StyleSheet) {
    this.#styles = styles;
    this.#numbers = readNumbers(numbering, this.#styles);
  }

  /**
   * The label that Word prints in front of a paragraph, with a space behind it where Word leaves one.
   * @param properties its `w:pPr`, or null
   * @returns `一、`, `（一）`, `1. `; empty where none is printed
   */
  labelOf(properties: Element | null): string {
    const place = this.#placeOf(properties);
    const numbers = place && this.#numbers.get(place.numbers);
    if (!place || !numbers) return '';
    const style = this.#styles.nameOf(properties);
    const at =
      place.level ??
      Math.max(
        0,
        numbers.levels.findIndex((level) => level?.style === style),
      );
    const level = numbers.levels[at];
    if (!level) return '';
    const reached = this.#count(place.numbers, numbers, at, level);
    if (level.format === 'bullet') return `${bulletSign(level.text)}${level.gap}`;
    const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const other = numbers.levels[Number(digit) - 1];
      return formatNumber(
        level.plain ? 'decimal' : (other?.format ?? 'decimal'),
        reached[Number(digit) - 1] ?? other?.start ?? 1,
      );
    });
    return label === '' ? '' : `${label}${level.gap}`;
  }

  /** What the paragraph says itself counts before what its style says; number 0 takes numbering away. */
  #placeOf(properties: Element | null): StyledPlace | null {
    const own = childAt(properties, 'numPr');
    const styled = this.#styles.placeOf(this.#styles.nameOf(properties));
    const numbers = attribute(childAt(own, 'numId'), 'val') ?? styled?.numbers ?? null;
    if (numbers === null || numbers === '0') return null;
    const level = attribute(childAt(own, 'ilvl'), 'val');
    return { numbers, level: level === null ? (styled?.level ?? null) : Number(level) };
  }

  #count(name: string, numbers: Numbers, at: number, level: Level): (number | undefined)[] {
    const reached = this.#reached.get(numbers.definition) ?? [];
    this.#reached.set(numbers.definition, reached);
    if (!this.#begun.has(name)) {
      this.#begun.add(name);
      for (const [deep, start] of numbers.starts) reached[deep] = start - 1;
    }
    reached[at] = (reached[at] ?? level.start - 1) + 1;
    for (let deeper = at + 1; deeper < 9; deeper++) {
      const restart = numbers.levels[deeper]?.restart ?? null;
      if (restart === null || (restart > 0 && at < restart)) reached[deeper] = undefined;
    }
    return reached;
  }
}

function readNumbers(root: Element | null, styles: StyleSheet): Map<string, Numbers> {
  const definitions = new Map(
    childrenOf(root, 'abstractNum').map((each) => [attribute(each, 'abstractNumId') ?? '', each]),
  );
  const instances = new Map(
    childrenOf(root, 'num').map((each) => [attribute(each, 'numId') ?? '', each]),
  );
  const definitionOf = (instance: Element | undefined): string =>
    attribute(childAt(instance ?? null, 'abstractNumId'), 'val') ?? '';
  const found = new Map<string, Numbers>();
  for (const [name, instance] of instances) {
    let definition = definitionOf(instance);
    // a list style: its levels are those of the numbering that the style names
    const link = attribute(childAt(definitions.get(definition) ?? null, 'numStyleLink'), 'val');
    const linked = link === null ? null : styles.placeOf(link);
    if (linked) definition = definitionOf(instances.get(linked.numbers));
    found.set(name, numbersOf(instance, definition, definitions.get(definition) ?? null));
  }
  return found;
}

function numbersOf(instance: Element, definition: string, shape: Element | null): Numbers {
  const levels = levelsOf(childrenOf(shape, 'lvl'));
  const starts = new Map<number, number>();
  for (const override of childrenOf(instance, 'lvlOverride')) {
    const at = Number(attribute(override, 'ilvl'));
    const start = attribute(childAt(override, 'startOverride'), 'val');
    if (start !== null) starts.set(at, Number(start));
    for (const [index, level] of levelsOf(childrenOf(override, 'lvl')).entries()) {
      if (level) levels[index] = level;
    }
  }
  return { definition, levels, starts };
}

function levelsOf(elements: readonly Element[]): (Level | undefined)[] {
  const levels: (Level | undefined)[] = [];
  for (const element of elements) {
    const at = Number(attribute(element, 'ilvl'));
    if (Number.isInteger(at) && at >= 0 && at < 9) levels[at] = levelOf(element);
  }
  return levels;
}

function levelOf(element: Element): Level {
  const value = (name: string): string | null => attribute(childAt(element, name), 'val');
  const restart = value('lvlRestart');
  // a format that this version of Word does not know stands beside one that it does (mc:AlternateContent)
  const format =
    value('numFmt') ?? attribute(childAt(element, 'AlternateContent', 'Choice', 'numFmt'), 'val');
  return {
    start: Number(value('start') ?? 1),
    format: format ?? 'decimal',
    text: value('lvlText') ?? '',
    gap: value('suff') === 'nothing' ? '' : ' ',
    plain: childAt(element, 'isLgl') !== null && value('isLgl') !== '0',
    restart: restart === null ? null : Number(restart),
    style: value('pStyle'),
  };
}
