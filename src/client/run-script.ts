import { element } from './dom.ts';

const running = new Map<string, Promise<void>>();

/**
 * Runs a classic script that is not needed before somebody asks for what it does; a script element is the only way
 * that is open on `file://`.
 *
 * @param src its address
 * @returns settled when it has run, once for all who ask; rejected when it cannot be loaded, and then tried anew
 */
export function runScript(src: string): Promise<void> {
  const known = running.get(src) ?? load(src);
  running.set(src, known);
  known.catch(() => running.delete(src));
  return known;
}

function load(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = element('script', { src });
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${src} cannot be loaded`)));
    document.head.append(script);
  });
}
