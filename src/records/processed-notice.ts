/** What the stages make of a notice, and all records are made of. */
import type { VFile } from 'vfile';
import type { MovedRecord } from '../model/records/former.ts';
import type { SuppliedFacts, Facts } from '../model/records/notice-summary.ts';
import type { Notice } from '../model/tree.ts';
import type { Origin, TopicCorrection } from '../authored/sidecar-schema.ts';
import type { TopicLink } from '../authored/links-schema.ts';
import type { Work } from '../authored/work-schema.ts';

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
