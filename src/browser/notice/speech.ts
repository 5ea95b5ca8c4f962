/** Reads a notice aloud with the browser's own voice, from the clause being read on; loaded when somebody asks for it. */
import { clauseText } from './clause-text.ts';
import { element } from '../shared/dom.ts';

declare global {
  interface Window {
    /**
     * Takes the button over, and starts.
     * @param at the clause from which to read; null: from the beginning
     */
    wenhaoReadAloud?: (button: HTMLButtonElement, at: () => HTMLElement | null) => void;
  }
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

function mandarin(): SpeechSynthesisVoice | null {
  const voices = speechSynthesis.getVoices();
  const of = (wanted: RegExp) => voices.find(({ lang }) => wanted.test(lang));
  return of(/^(zh|cmn)[-_](\w+[-_])?cn/i) ?? of(/^cmn/i) ?? of(/^zh/i) ?? null;
}

function readAloud(button: HTMLButtonElement, at: () => HTMLElement | null): void {
  const end = element('button', { type: 'button' }, '停止');
  let blocks: HTMLElement[] = [];
  let block: HTMLElement | undefined;
  /** Of the block: what has not been read to its end, and how long all is. */
  let sentences: string[] = [];
  let length = 0;
  /** What is being said: while it is kept here, its end is heard of, and an end that comes late can be told from it. */
  let saying: SpeechSynthesisUtterance | null = null;

  function go(): void {
    button.textContent = '暂停';
    end.hidden = false;
    say();
  }

  function say(): void {
    while (sentences.length === 0) {
      mark(blocks.shift());
      if (!block) {
        stop();
        return;
      }
      sentences = sentencesOf(block);
      length = sentences.join('').length;
    }
    follow();
    const said = new SpeechSynthesisUtterance(sentences[0]);
    said.lang = 'zh-CN';
    said.voice = mandarin();
    said.addEventListener('end', () => {
      if (said !== saying) return;
      sentences.shift();
      say();
    });
    said.addEventListener('error', () => {
      if (said === saying) stop();
    });
    saying = said;
    speechSynthesis.speak(said);
  }

  function mark(next: HTMLElement | undefined): void {
    block?.classList.remove('being-read');
    block = next;
    block?.classList.add('being-read');
  }

  /** Keeps the sentence in view; a reader who has gone more than a window away is left there. */
  function follow(): void {
    if (!block) return;
    const { top, height } = block.getBoundingClientRect();
    const y = top + height * (1 - sentences.join('').length / length);
    const isNear = y > -innerHeight && y < 2 * innerHeight;
    if (isNear && (y < 0 || y > innerHeight * 0.7)) scrollBy(0, y - innerHeight / 4);
  }

  /** Pauses by stopping, and resumes from the beginning of the sentence: `pause()` of browsers does not work with all voices. */
  function pause(): void {
    saying = null;
    speechSynthesis.cancel();
    button.textContent = '继续';
  }

  function stop(): void {
    pause();
    mark(undefined);
    sentences = [];
    button.textContent = '朗读';
    if (document.activeElement === end) button.focus();
    end.hidden = true;
  }

  function start(): void {
    const from = at();
    blocks = blocksOfText();
    blocks.splice(0, from ? blocks.findIndex((each) => from.contains(each)) : 0);
    go();
  }

  button.after(end);
  button.addEventListener('click', () => {
    if (saying) pause();
    else if (block) go();
    else start();
  });
  end.addEventListener('click', stop);
  window.addEventListener('pagehide', stop);
  start();
}

window.wenhaoReadAloud = readAloud;
