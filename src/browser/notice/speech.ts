/** Reads a notice aloud with the browser's own voice, from the clause being read on; loaded when somebody asks for it. */
import { element } from '../shared/dom.ts';
import { spokenText } from './spoken-text.ts';

declare global {
  interface Window {
    /**
     * Takes the button over, and starts.
     * @param at the clause from which to read; null: from the beginning
     */
    wenhaoReadAloud?: (button: HTMLButtonElement, at: () => HTMLElement | null) => void;
  }
}

function mandarin(): SpeechSynthesisVoice | null {
  const voices = speechSynthesis.getVoices();
  const of = (wanted: RegExp) => voices.find(({ lang }) => wanted.test(lang));
  return of(/^(zh|cmn)[-_](\w+[-_])?cn/i) ?? of(/^cmn/i) ?? of(/^zh/i) ?? null;
}

function readAloud(button: HTMLButtonElement, at: () => HTMLElement | null): void {
  const end = element('button', { type: 'button' }, '停止');
  const text = spokenText();
  /** What is being said: while it is kept here, its end is heard of, and an end that comes late can be told from it. */
  let saying: SpeechSynthesisUtterance | null = null;

  function go(): void {
    button.textContent = '暂停';
    end.hidden = false;
    say();
  }

  function say(): void {
    const sentence = text.current();
    if (sentence === null) {
      stop();
      return;
    }
    const said = new SpeechSynthesisUtterance(sentence);
    said.lang = 'zh-CN';
    said.voice = mandarin();
    said.addEventListener('end', () => {
      if (said !== saying) return;
      text.pass();
      say();
    });
    said.addEventListener('error', () => {
      if (said === saying) stop();
    });
    saying = said;
    speechSynthesis.speak(said);
  }

  /** Pauses by stopping, and resumes from the beginning of the sentence: `pause()` of browsers does not work with all voices. */
  function pause(): void {
    saying = null;
    speechSynthesis.cancel();
    button.textContent = '继续';
  }

  function stop(): void {
    pause();
    text.close();
    button.textContent = '朗读';
    if (document.activeElement === end) button.focus();
    end.hidden = true;
  }

  button.after(end);
  button.addEventListener('click', () => {
    if (saying) pause();
    else {
      if (!text.isOpen()) text.startAt(at());
      go();
    }
  });
  end.addEventListener('click', stop);
  window.addEventListener('pagehide', stop);
  text.startAt(at());
  go();
}

window.wenhaoReadAloud = readAloud;
