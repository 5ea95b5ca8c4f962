/** How files that are added are called in `seeds/`. */
import type { FileKind } from '../../intake/kind.ts';
import { safeName } from '../../intake/safe-name.ts';

/** Names of what is added. */
export interface Names {
  seed: string;
  /** Of the file that the seed was read from; null: the seed is that file. */
  original: string | null;
  sidecar: string;
}

/** Endings that say what a file is; one with another, or none, gets that of its kind. */
const ENDINGS: Record<FileKind, RegExp> = {
  text: /^(?:txt|md)$/,
  html: /^(?:html?|xhtml|shtml)$/,
  docx: /^(?:doc[xm]|dot[xm])$/,
  pdf: /^pdf$/,
};

/**
 * The names of a file: its own, made safe; a text that was read out of it ends in `.txt`. Offices all call theirs 通知.docx: where another file has
 * the name, a number is put behind it.
 * @param path of the file
 * @param kind what it was read as
 * @param isTaken whether there is a file of a name
 */
export function seedNames(path: string, kind: FileKind, isTaken: (name: string) => boolean): Names {
  const { stem, ending } = safeName(path);
  for (let number = 1; ; number++) {
    const free = number === 1 ? stem : `${stem}-${number}`;
    const names = namesAs(free, ending, kind);
    if (![names.seed, names.original].some((name) => name !== null && isTaken(name))) return names;
  }
}

function namesAs(stem: string, ending: string, kind: FileKind): Names {
  const isMarkdown = kind === 'text' && /^(?:md|markdown)$/.test(ending);
  const seed = `${stem}.${isMarkdown ? 'md' : 'txt'}`;
  const original = kind === 'text' ? null : `${stem}.${ENDINGS[kind].test(ending) ? ending : kind}`;
  return { seed, original, sidecar: `${seed}.yaml` };
}
