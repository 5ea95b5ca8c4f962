/** A place of a notice, and its address. */
import type { Reference } from '../../citation/reference.ts';
import { addressOf } from './reference-here.ts';

/** A place of a notice. */
export interface ClausePlace {
  reference: Reference;
  /** Anchor and element; null for the notice as a whole. */
  clause: { id: string; element: HTMLElement } | null;
}

/** The address of a place. */
export function linkOf({ reference, clause }: ClausePlace): string {
  return addressOf(reference, clause?.id ?? null);
}
