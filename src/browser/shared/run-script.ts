import { element } from './dom.ts';

const running = new Map<string, Promise<void>>();

/**
 * Runs a classic script when it is needed first; a script element is the only way
 * on `file://`.
 *
 * @param src its address
 * @returns settled when it has run, once for all who ask; rejected when it cannot be loaded, and then tried anew
 */
export function runScript(src: string): Promise<void> {
  const known = running.get(src) ?? loadScript(src);
  running.set(src, known);
  known.catch(() => running.delete(src));
  return known;
}

/**
 * Runs a classic script, each time anew.
 *
 * @param src its address
 * @returns settled when it has run; rejected when it cannot be loaded
 */
export function loadScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = element('script', { src });
    script.addEventListener('load', () => {
      script.remove();
      resolve();
    });
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error(`${src} cannot be loaded`));
    });
    document.head.append(script);
  });
}
