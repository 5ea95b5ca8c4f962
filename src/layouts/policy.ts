import { createHash } from 'node:crypto';

/** Inline code of a page: texts of scripts and styles, exactly as they stand between their tags. */
export interface InlineCode {
  scripts?: string[];
  styles?: string[];
}

/**
 * The Content-Security-Policy of a page: the site's own files and nothing else. Inline code is allowed by its digest
 * only, never in general.
 */
export function policyOf({ scripts = [], styles = [] }: InlineCode = {}): string {
  const directives = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...scripts.map(digestOf)],
    'style-src': ["'self'", ...styles.map(digestOf)],
    'img-src': ["'self'"],
    'connect-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}

function digestOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
