import { clauseAt } from './clause-at.ts';
import { element } from '../shared/dom.ts';
import { runScript } from '../shared/run-script.ts';

/** 朗读: a button, there only when the browser has a Chinese voice; what it does is loaded when it is pressed first. */
export function readAloudButton(): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'read-aloud' }, '朗读');
  const speech = window.speechSynthesis as SpeechSynthesis | undefined;
  const source =
    document.querySelector<HTMLElement>('[data-speech-script]')?.dataset['speechScript'];
  /** Voices come late in some browsers. */
  const look = () => {
    button.hidden =
      source === undefined || !speech?.getVoices().some(({ lang }) => /^(zh|cmn)/i.test(lang));
  };
  look();
  speech?.addEventListener('voiceschanged', look);
  const start = () => {
    runScript(source ?? '').then(
      () => {
        button.removeEventListener('click', start);
        window.wenhaoReadAloud?.(button, clauseAt);
      },
      () => {
        button.textContent = '无法朗读';
      },
    );
  };
  button.addEventListener('click', start);
  return button;
}
