/** What the stages make of a notice, and all records are made of. */
import type { VFile } from 'vfile';
import type { MovedRecord, SuppliedFacts } from '../model/api-types.ts';
import type { Facts } from '../model/facts.ts';
import type { Notice } from '../model/tree.ts';
import type { Origin, TopicCorrection, TopicLink, Work } from '../model/work.ts';

/** A notice with the results of all stages. */
export interface ProcessedNotice {
  notice: Notice;
  /** As the text says, else as `stated`. */
  facts: Facts;
  /** Those of them that a person supplied. */
  stated: SuppliedFacts;
  /** Where its text comes from. */
  origin: Origin;
  /** The seed with its messages. */
  file: VFile;
  /** Topic links of its clauses. */
  links: readonly TopicLink[];
  /** Topics that its sidecar adds. */
  topics: readonly TopicCorrection[];
  /** The works they lead to. */
  works: readonly Work[];
  /** Its addresses that moved or were withdrawn. */
  moved: readonly MovedRecord[];
}
