import type { NoticeText } from '../search/notice-text.ts';
import type { WorkText } from '../search/work-text.ts';
import { element } from './dom.ts';

declare global {
  interface Window {
    /** Called by each `search/<id>.js` with the text of its notice. */
    wenhaoText?: (text: NoticeText) => void;
    /** Called by `search/library/works.js` with the texts of all works. */
    wenhaoWorks?: (texts: WorkText[]) => void;
  }
}

const loaded = new Map<string, NoticeText>();

/**
 * Loads the texts of notices, each once, by script elements: the only way that is open on `file://`.
 *
 * @throws {Error} when a file is missing or is not what it should be
 */
export async function loadTexts(ids: readonly string[]): Promise<NoticeText[]> {
  window.wenhaoText = (text) => loaded.set(text.id, text);
  return Promise.all(ids.map(loadText));
}

/**
 * Loads the texts of all works. They are few and short, so both ways of searching read them all.
 *
 * @throws {Error} when the file is missing or is not what it should be
 */
export async function loadWorks(): Promise<WorkText[]> {
  let texts: WorkText[] | undefined;
  window.wenhaoWorks = (given) => {
    texts = given;
  };
  await runScript('search/library/works.js');
  if (!texts) throw new Error('search/library/works.js does not hold the texts of works');
  return texts;
}

async function loadText(id: string): Promise<NoticeText> {
  if (!loaded.has(id)) await runScript(`search/${id}.js`);
  const text = loaded.get(id);
  if (!text) throw new Error(`search/${id}.js does not hold the text of ${id}`);
  return text;
}

function runScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = element('script', { src });
    script.addEventListener('load', () => {
      resolve();
    });
    script.addEventListener('error', () => {
      reject(new Error(`${src} cannot be loaded`));
    });
    document.head.append(script);
  });
}
