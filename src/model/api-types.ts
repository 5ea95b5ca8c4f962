/**
 * The shapes of the static API: what `api/notices.json`, `api/notices/<id>.json` and `npm run inspect` hold.
 * Absent facts are `null`, never guessed. Addresses are relative to the root of the site.
 */

import type { Facts } from './facts.ts';
import type { Role } from './tree.ts';
import type { Level, RelationType, AuthoredFacts, TextState } from './work.ts';

/** First and last line in the seed, 1-based. */
export interface Source {
  line: number;
  endLine: number;
}

export interface ParagraphRecord {
  id: string;
  text: string;
  source: Source;
}

/** A unit (numbered), or an unnumbered block outside any unit (label, ordinal and heading null). */
export interface OutlineNode {
  id: string;
  /** As printed: `（二十三）`. */
  label: string | null;
  ordinal: number | null;
  heading: string | null;
  /** Own paragraphs without label and heading, joined by line feeds; `""` if none. */
  text: string;
  /** `notices/jgsj-2023-17.html#s1-2` */
  url: string;
  /** `paragraphs[0].id` is the node's own id. */
  paragraphs: ParagraphRecord[];
  source: Source;
  children: OutlineNode[];
}

export interface ImprintRecord {
  text: string;
  organ: string | null;
  /** ISO 8601 or a prefix of it. */
  date: string | null;
  source: Source;
}

export interface ResidueRecord {
  kind: string;
  text: string;
  source: Source;
}

export interface MessageRecord {
  file: string;
  line: number | null;
  column: number | null;
  ruleId: string;
  severity: 'error' | 'warning' | 'info';
  reason: string;
  note: string;
}

/** A fact that somebody states, or that follows from one: `year` from `number`. */
export type SuppliedName = keyof AuthoredFacts | 'year';

/** Who says what the text does not. */
export interface Supplier {
  /** 济源示范区市场监督管理局公文登记簿 */
  by: string;
  note: string | null;
}

/** The facts of a notice that its text does not carry: each is said by somebody else (sidecar). Empty: the text says all there is. */
export type SuppliedFacts = Partial<Record<SuppliedName, Supplier>>;

/** An entry of `api/notices.json`. */
export interface NoticeSummary extends Omit<Facts, 'imprintOrgan'> {
  id: string;
  url: string;
  stated: SuppliedFacts;
  /** Path of the seed, `seeds/x.txt`. */
  seed: string;
  /** Of its bytes, hexadecimal. */
  sha256: string;
}

/** `api/notices/<id>.json`. */
export interface NoticeRecord extends NoticeSummary {
  imprint: ImprintRecord | null;
  residue: ResidueRecord[];
  outline: OutlineNode[];
  citations: CitationRecord[];
  /** 内容相关: sections of works on the topic of a clause. Not cited by the notice. */
  related: TopicRecord[];
  /** 主题: what its clauses treat. */
  topics: NoticeTopic[];
  /** 勘误 of the sidecar. */
  errata: ErratumRecord[];
  /** Addresses of this notice that meant something else when they were published, oldest first where one changed more than once. */
  moved: MovedRecord[];
  /** Where in the seed its facts stand. */
  sources: FactSources;
  /** 原件: the file that the seed was read from; null: the seed is the file as it came. */
  original: OriginalRecord | null;
  /** Where the text comes from, an address or in words; null: nobody said. */
  source: string | null;
  /** Under what terms the text may be used; null: nobody said. */
  licence: string | null;
  messages: MessageRecord[];
}

/** The lines of the seed that a fact was read off; null for a fact that is null. */
export type FactSources = Record<
  'title' | 'number' | 'issuer' | 'masthead' | 'addressees' | 'date' | 'issued' | 'enclosure',
  Source | null
>;

export interface OriginalRecord {
  /** Name of the file in `seeds/`. */
  file: string;
  sha256: string;
  /** `sources/jgsj-2023-17.original.docx`; null: it is only named (files with macros). */
  url: string | null;
}

/** A topic of a clause or of a notice. */
export interface NoticeTopic {
  topic: string;
  /** Id of the node of the outline; null: the notice as a whole. */
  clause: string | null;
  /** Why somebody added it; null: it is a term of a match of topic (`related`). */
  reason: string | null;
}

/** What a published address led to, and where that is now. */
export interface MovedRecord {
  /** Anchor on the page of the notice: `s2-3`. It may mean another clause now, or be gone. */
  from: string;
  /** `notices/jgsj-2023-17.html#s2-4`; null: withdrawn. */
  to: string | null;
  /** As recorded; of several moves one after the other the reasons of all, with `；` between them. */
  reason: string;
}

/** A page that was published and that the archive no longer has: of a notice or of a work. */
export interface FormerRecord extends Omit<MovedRecord, 'from'> {
  /** `notices/jgsj-2023-17.html` */
  url: string;
  /** The document number of the notice or the title of the work, as it was published; the id where there is none. */
  name: string;
  /** Its clauses. */
  moved: MovedRecord[];
}

/** A place that names a document. */
export interface CitationRecord {
  /** The phrase as printed, with its marks. */
  text: string;
  /** A 发文字号 printed with it. */
  number: string | null;
  /** Id of the node of the outline it stands in; null in title and enclosure title. */
  clause: string | null;
  /** Ids of works; of notices for notices of the archive. */
  works: string[];
  role: Role;
  /** Why `works` is empty; null when it is not. */
  reason: string | null;
  /** What a reader should know: 原文如此. */
  note: string | null;
  source: Source;
}

/** A clause and a section of a work that share terms. */
export interface TopicRecord {
  notice: string;
  /** Id of the node of the outline. */
  clause: string;
  work: string;
  /** Anchor of the section on the work's page; null: the work as a whole. */
  section: string | null;
  terms: string[];
  strength: 'strong' | 'medium' | 'weak';
}

export interface ErratumRecord {
  /** Id of the node it stands in; null in title and enclosure title. */
  clause: string | null;
  from: string;
  /** The probable reading; null: only doubted. */
  to: string | null;
  /** Whether the corrected text shows it. */
  applied: boolean;
  confidence: string;
  reason: string;
  /** ISO day on which it was recorded; null: nobody said. */
  recorded: string | null;
  source: Source;
}

/** A citation as its work sees it. */
export interface CitedBy {
  /** Id of the notice. */
  notice: string;
  /** Id of the node; null in title and enclosure title. */
  clause: string | null;
  /** The phrase as printed. */
  text: string;
}

/** An entry of `api/works.json`. */
export interface WorkSummary {
  id: string;
  title: string;
  kind: string;
  level: Level | null;
  issuer: string | null;
  number: string | null;
  /** ISO 8601 or a prefix of it. */
  issued: string | null;
  /** `works/cn-ipr-outline-2021.html` */
  url: string;
  citedBy: CitedBy[];
}

export interface SectionRecord {
  /** Anchor on the work's page. */
  id: string;
  label: string | null;
  heading: string | null;
  /** The clause of the full text, where the archive holds it: `notices/x.html#s3-4`. */
  textUrl: string | null;
  sections: SectionRecord[];
}

export interface RelationRecord {
  /** `implements`, `superseded-by` … (src/model/work.ts) */
  type: RelationType;
  /** Id of a work or a notice, its title and its page. */
  work: string;
  title: string;
  url: string;
  note: string | null;
}

/** What the page of a work shows besides its MDX. */
export interface WorkRecord extends WorkSummary {
  effective: string | null;
  status: { text: string; asOf: string } | null;
  /** Official address, outside of the archive. */
  official: string | null;
  /** How much of its text somebody has read. */
  text: TextState;
  /** Page of the notice of the archive that is its full text. */
  fullText: string | null;
  relations: RelationRecord[];
  targets: string[];
  outline: SectionRecord[];
  summary: string;
  note: string | null;
  /** Fact → where it was found. */
  evidence: Record<string, string[]>;
  citations: WorkCitation[];
  related: TopicRecord[];
}

/** A citation with the sentence it stands in. */
export interface WorkCitation extends CitedBy {
  role: Role;
  note: string | null;
  /** `notices/x.html#s1-2` */
  url: string;
  /** The sentence as printed; `before + text + after`. */
  before: string;
  after: string;
}
