/**
 * The shapes of the static API: what `api/notices.json`, `api/notices/<id>.json` and `npm run inspect` hold.
 * Absent facts are `null`, never guessed. Addresses are relative to the root of the site.
 */

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

/** An entry of `api/notices.json`. */
export interface NoticeSummary {
  id: string;
  url: string;
  title: string | null;
  number: string | null;
  year: number | null;
  issuer: string | null;
  masthead: string | null;
  addressees: string[];
  /** 成文日期, ISO 8601 or a prefix of it. */
  date: string | null;
  /** 印发日期, the same. */
  issued: string | null;
  city: string | null;
  kind: string | null;
  enclosure: string | null;
  /** Path of the seed, `seeds/x.txt`. */
  seed: string;
  sha256: string;
  /** Count of numbered units. */
  clauses: number;
}

/** `api/notices/<id>.json`. */
export interface NoticeRecord extends NoticeSummary {
  imprint: ImprintRecord | null;
  residue: ResidueRecord[];
  outline: OutlineNode[];
  citations: CitationRecord[];
  messages: MessageRecord[];
}

/** A place that names a document. */
export interface CitationRecord {
  /** The phrase as printed, with its marks. */
  text: string;
  /** A 发文字号 printed with it. */
  number: string | null;
  /** Id of the node it stands in; null in title and enclosure title. */
  clause: string | null;
  works: string[];
  role: 'basis' | 'implements' | 'cites' | 'planned' | 'self' | 'media' | 'undecided';
  /** Why `works` is empty; null when it is not. */
  reason: string | null;
  source: Source;
}
