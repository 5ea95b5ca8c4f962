/** What the styles of a Word file say: each may rest on another (ECMA-376-1, 17.7). */
import { attribute, childAt, childrenOf, isOn } from './xml.ts';

/** Where a paragraph stands in a numbering. */
export interface StyledPlace {
  numbers: string;
  level: number | null;
}

/** The styles of a file by their ids. */
export class StyleSheet {
  readonly #styles: ReadonlyMap<string, Element>;
  readonly #default: string | null;

  /** @param root of `word/styles.xml`, or null */
  constructor(root: Element | null) {
    const styles = childrenOf(root, 'style');
    this.#styles = new Map(styles.map((style) => [attribute(style, 'styleId') ?? '', style]));
    const first = styles.find(
      (style) => attribute(style, 'default') === '1' && attribute(style, 'type') === 'paragraph',
    );
    this.#default = attribute(first ?? null, 'styleId');
  }

  /**
   * The style of a paragraph.
   * @param properties its `w:pPr`, or null
   */
  nameOf(properties: Element | null): string | null {
    return attribute(childAt(properties, 'pStyle'), 'val') ?? this.#default;
  }

  /** The numbering of a style or of one it rests on. */
  placeOf(name: string | null): StyledPlace | null {
    for (const style of this.#from(name)) {
      const numbers = attribute(childAt(style, 'pPr', 'numPr', 'numId'), 'val');
      const level = attribute(childAt(style, 'pPr', 'numPr', 'ilvl'), 'val');
      if (numbers !== null) return { numbers, level: level === null ? null : Number(level) };
    }
    return null;
  }

  /** Whether the words of a style are not printed: what web pages leave in Word (窗体顶端). */
  isHidden(name: string | null): boolean {
    for (const style of this.#from(name)) {
      const properties = childAt(style, 'rPr');
      if (childAt(properties, 'vanish')) return isOn(properties, 'vanish');
    }
    return false;
  }

  /** A style and those it rests on. */
  *#from(name: string | null): Generator<Element> {
    const seen = new Set<string>();
    for (let at = name; at !== null && !seen.has(at);) {
      seen.add(at);
      const style = this.#styles.get(at);
      if (!style) return;
      yield style;
      at = attribute(childAt(style, 'basedOn'), 'val');
    }
  }
}
