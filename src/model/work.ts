/** The authority file: what notices cite and how they name it. Absent facts are null, never guessed; absent lists are empty. */

import type { Role } from './tree.ts';

/** Who made a work, by rank; `standard` a national standard, `planned` announced by a notice and not known to exist. */
export const LEVELS = ['national', 'provincial', 'city', 'standard', 'planned'] as const;
export type Level = (typeof LEVELS)[number];

/** What a citation does; only where the program cannot see it from the text. */
export const ROLES = [
  'basis',
  'implements',
  'cites',
  'planned',
  'self',
  'media',
  'undecided',
] as const satisfies readonly Role[];

/** Every relation of one work to another, with the same relation seen from the other side. */
export const INVERSES = {
  implements: 'implemented-by',
  'implemented-by': 'implements',
  supersedes: 'superseded-by',
  'superseded-by': 'supersedes',
  amends: 'amended-by',
  'amended-by': 'amends',
  follows: 'followed-by',
  'followed-by': 'follows',
  'based-on': 'basis-of',
  'basis-of': 'based-on',
  'part-of': 'has-part',
  'has-part': 'part-of',
  related: 'related',
} as const;
export type RelationType = keyof typeof INVERSES;
export const RELATION_TYPES = Object.keys(INVERSES) as [RelationType, ...RelationType[]];

/** The facts of a work that evidence is kept for. */
export const FACTS = [
  'title',
  'issuer',
  'number',
  'issued',
  'effective',
  'status',
  'url',
  'relations',
  'targets',
  'outline',
  'note',
] as const;
export type Fact = (typeof FACTS)[number];

/** How much of the text of a work somebody has read: all, parts of it, nothing. */
export const TEXTS = ['established', 'partly', 'none'] as const;
export type TextState = (typeof TEXTS)[number];

/** A name under which notices cite a work. Names are compared by `foldTitle`. */
export interface Name {
  /** As printed, without the marks around it. */
  text: string;
  /** True: only inside 《》 (or 〈〉). False: also in running text. */
  marked: boolean;
  /** Ids of the notices in which alone this name means the work; null everywhere. Such a name goes before one that holds everywhere. */
  in: string[] | null;
  role: Role | null;
  /** What the reader is told: 原文如此，应为…. */
  note: string | null;
}

/** 现行有效, 规划期已届满, 拟制 … */
export interface Status {
  text: string;
  /** ISO date or prefix: when this was last looked up. */
  as_of: string;
}

export interface Relation {
  type: RelationType;
  /** Id of a work or of a notice. */
  work: string;
  note: string | null;
}

/** A part of a work that can be pointed at. */
export interface OutlineSection {
  /** As printed, `（十二）`; null when nobody established it. */
  label: string | null;
  heading: string | null;
  sections: OutlineSection[];
}

/** A document (or campaign) that notices cite and that is no notice of the archive. */
export interface Work {
  id: string;
  /** The right one, whatever notices print; also a name inside 《》 (see `namesOf`). */
  title: string;
  names: Name[];
  /** Null when it is not known who made it. */
  level: Level | null;
  /** 纲要, 规划, 意见, 专项行动 … */
  kind: string;
  issuer: string | null;
  /** 发文字号 or number of the standard. */
  number: string | null;
  /** ISO date or a prefix of it. */
  issued: string | null;
  /** A date or a period, in words where it is no date. */
  effective: string | null;
  status: Status | null;
  /** Official address. */
  url: string | null;
  text: TextState;
  relations: Relation[];
  targets: string[];
  outline: OutlineSection[];
  summary: string;
  note: string | null;
  /** Where each fact was found: addresses, files `github:<repository> <path>`, or places `seeds/<file>:<line>`. */
  evidence: Partial<Record<Fact, string[]>>;
}

/** A part of a phrase and the works it names. */
export interface PhrasePart {
  text: string;
  works: string[];
}

/** Words that name several works at once, of which only a part is a name, or of which nobody can say what they name. */
export interface Phrase {
  /** As printed, without marks around it. */
  text: string;
  /** True: inside 《》. False: in running text. */
  marked: boolean;
  /** Ids of the notices in which alone the phrase means this; null everywhere. */
  in: string[] | null;
  /** In printed order; a part may lie inside the one before it (`placeParts`). Empty when undecided. */
  parts: PhrasePart[];
  /** Why nobody can say; null when decided. */
  undecided: string | null;
  /** What an undecided phrase may mean: told to the reader, never counted as a citation. */
  candidates: string[];
  role: Role | null;
  note: string | null;
}

/** A newspaper: stands in book-title marks and is no work. */
export interface Medium {
  name: string;
  names: string[];
}

/** Everything in `seeds/works.yaml` but its `MoveRecords`. */
export interface Authority {
  works: Work[];
  phrases: Phrase[];
  media: Medium[];
}

export const STRENGTHS = ['strong', 'medium', 'weak'] as const;

/** A clause and a section of an outline that treat one topic (内容相关). Never a citation. */
export interface TopicLink {
  /** Id of the notice. */
  notice: string;
  /** Anchor of the clause. */
  clause: string;
  work: string;
  /** Label of the section, or its heading when its label is not established; null: the work as a whole. */
  section: string | null;
  /** Words of the clause that the match rests on. */
  terms: string[];
  strength: (typeof STRENGTHS)[number];
}

/** Rising. */
export const CONFIDENCES = ['low', 'low-medium', 'medium', 'medium-high', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export const ERRATUM_CLASSES = [
  'transcription',
  'source',
  'punctuation',
  'layout',
  'naming',
] as const;
export type ErratumClass = (typeof ERRATUM_CLASSES)[number];

/** 勘误: a probable departure of the seed from what was meant. */
export interface Erratum {
  /** Physical line of the seed on which `from` begins. */
  line: number;
  /** As printed; white space and line wraps do not count. */
  from: string;
  /** Which of several on the line, from 1; null when there is only one. */
  occurrence: number | null;
  /** The probable reading (may be empty: to be left out); null for a remark without one. */
  to: string | null;
  confidence: Confidence;
  class: ErratumClass[];
  reason: string;
  /** ISO day on which somebody recorded it; null: nobody said. The time of its entry in the feed. */
  recorded: string | null;
}

/** An address that was published, and where what it meant stands now. */
export interface Move {
  /**
   * `s2-3`: a clause of the notice whose sidecar this is; `jgsj-2023-17`: a notice with all its clauses; `jgsj-2023-17#s2-3`: a clause of any notice;
   * in `seeds/works.yaml` the id of a work.
   */
  from: string;
  /** Written like `from`; a work may also move to a notice. */
  to: string;
  /** What readers are told. */
  reason: string;
}

/** An address that was published, of which nothing is left to lead to. */
export interface Withdrawal {
  /** Written like that of a move. */
  from: string;
  /** What readers are told. */
  reason: string;
}

/** Keys of a sidecar and of `seeds/works.yaml`. An address whose text changed more than once has a record for each time, oldest first. */
export interface MoveRecords {
  moves: Move[];
  withdrawals: Withdrawal[];
}

/** 原件: the file that a seed was read from. */
export interface OriginalFile {
  /** Its name in `seeds/`. */
  file: string;
  /** Of its bytes, hexadecimal. */
  sha256: string;
}

/** A fact of a notice that its text does not carry. */
export interface SuppliedFact<Value> {
  value: Value;
  /** Who says so: a register, a web page, a person. Shown wherever the fact is. */
  by: string;
  note: string | null;
}

/** The facts that a person may state; null: nobody does. Masthead and printed title of the enclosure are words of the text and nothing else. */
export interface AuthoredFacts {
  title: SuppliedFact<string> | null;
  number: SuppliedFact<string> | null;
  issuer: SuppliedFact<string> | null;
  addressees: SuppliedFact<string[]> | null;
  /** ISO 8601 or a prefix of it. */
  date: SuppliedFact<string> | null;
  /** The same. */
  issued: SuppliedFact<string> | null;
  city: SuppliedFact<string> | null;
  kind: SuppliedFact<string> | null;
}

export const NO_FACTS: Readonly<AuthoredFacts> = {
  title: null,
  number: null,
  issuer: null,
  addressees: null,
  date: null,
  issued: null,
  city: null,
  kind: null,
};

/** A topic that a clause has or has not, whatever `seeds/links.yaml` says. */
export interface TopicCorrection {
  /** Anchor; null: the notice as a whole. */
  clause: string | null;
  /** One of the terms of `seeds/links.yaml`. */
  topic: string;
  /** What readers are told. */
  reason: string;
}

/** What a person has to say about a seed that the text cannot: `seeds/<file>.yaml`, which also holds `MoveRecords`. */
export interface Sidecar {
  /** Id of the notice where its number gives none or a taken one. */
  id: string | null;
  /** Null: the seed is the file as it came. */
  original: OriginalFile | null;
  /** Where the text comes from, an address or in words; null: nobody said. */
  source: string | null;
  /** Under what terms it may be used; null: nobody said. */
  licence: string | null;
  facts: AuthoredFacts;
  errata: {
    /** Errata of this confidence and above are applied in the corrected reading; null: none is. */
    apply: Confidence | null;
    list: Erratum[];
  };
  topics: {
    add: TopicCorrection[];
    remove: TopicCorrection[];
  };
}

/** Where the text of a notice comes from. */
export type Origin = Pick<Sidecar, 'original' | 'source' | 'licence'>;
