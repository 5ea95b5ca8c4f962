/** A mistake in an entry of a well-formed file. */
import type { Path } from './yaml-path.ts';

export interface EntryComplaint {
  ruleId: string;
  /** The entry. */
  path: Path;
  reason: string;
  note: string;
}

/** Reports a mistake in an entry. */
export type Complain = (complaint: EntryComplaint) => void;
