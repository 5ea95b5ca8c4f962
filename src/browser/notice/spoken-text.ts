/** The text of a notice as it is read aloud: block by block, sentence by sentence. */
import { clauseText } from './clause-text.ts';

/** What is read, and how far. */
export interface SpokenText {
  /** Whether a block is being read. */
  isOpen: () => boolean;
  /** Goes to the clause; null: to the beginning. */
  startAt: (clause: HTMLElement | null) => void;
  /** The next sentence, with its block marked and in view; null: all is read. */
  current: () => string | null;
  /** The sentence was said. */
  pass: () => void;
  /** Marks nothing, and forgets how far it was. */
  close: () => void;
}

/** Elements that are one printed block. */
const BLOCK_TAGS = 'p, h1, h2, h3, h4, h5, h6, li, td, th, .addressees';

function blocksOfText(): HTMLElement[] {
  const all = document.querySelectorAll<HTMLElement>(`[data-notice-text] :is(${BLOCK_TAGS})`);
  return Array.from(all).filter(
    (block) => !block.querySelector(BLOCK_TAGS) && !block.closest('[data-added], .residue'),
  );
}

/** Sentence by sentence: some voices stop in the middle of a long text. */
function sentencesOf(block: HTMLElement): string[] {
  return clauseText(block).match(/[^。；！？]+[。；！？]*/gu) ?? [];
}

/** Keeps the sentence in view; a reader who has gone more than a window away is left there. */
function follow(block: HTMLElement, share: number): void {
  const { top, height } = block.getBoundingClientRect();
  const y = top + height * share;
  const isNear = y > -innerHeight && y < 2 * innerHeight;
  if (isNear && (y < 0 || y > innerHeight * 0.7)) scrollBy(0, y - innerHeight / 4);
}

/** @returns the text of the page, to be read from its beginning or a clause on */
export function spokenText(): SpokenText {
  let blocks: HTMLElement[] = [];
  let block: HTMLElement | undefined;
  /** Of the block: what has not been read to its end, and how long all is. */
  let sentences: string[] = [];
  let length = 0;

  function mark(next: HTMLElement | undefined): void {
    block?.classList.remove('being-read');
    block = next;
    block?.classList.add('being-read');
  }

  return {
    isOpen: () => block !== undefined,
    startAt: (clause) => {
      blocks = blocksOfText();
      blocks.splice(0, clause ? blocks.findIndex((each) => clause.contains(each)) : 0);
    },
    current: () => {
      while (sentences.length === 0) {
        mark(blocks.shift());
        if (!block) return null;
        sentences = sentencesOf(block);
        length = sentences.join('').length;
      }
      if (block) follow(block, 1 - sentences.join('').length / length);
      return sentences[0] ?? null;
    },
    pass: () => {
      sentences.shift();
    },
    close: () => {
      mark(undefined);
      sentences = [];
    },
  };
}
