/**
 * The tree of a notice (公文): our own unist tree, between the lines of a seed and everything that is
 * written from it. Every node carries the `position` (line and column, 1-based; offset, 0-based) of its words
 * in the decoded seed. A text node's `value` is the seed's text with line wraps and spaces beside Han characters
 * taken out (layout, DESIGN “promise 1”) and nothing else changed.
 */
import type { AnchorBody } from '../notation/anchor.ts';
import type { Scheme } from '../notation/labels.ts';
import type { Runs } from '../notation/runs.ts';
import type { SeedPosition } from './place.ts';
import type { Confidence, ResidueKind, Role } from './vocabulary.ts';

/** A unist node, with its place not optional. */
interface Placed {
  position: SeedPosition;
}

/** Words as printed. */
export interface Text extends Placed {
  type: 'text';
  value: string;
  /** Where its UTF-16 units stand in the decoded seed. */
  at: Runs;
}

/** A place that names a document. A title inside a title is a citation inside a citation. */
export interface Citation extends Placed {
  type: 'citation';
  /** Ids of works or notices; empty when nothing is known of it. */
  works: readonly string[];
  /** A 发文字号 printed with it. */
  number: string | null;
  role: Role;
  /** Why `works` is empty; null when it is not. */
  reason: string | null;
  /** What a reader should know: 原文如此. */
  note: string | null;
  children: Inline[];
}

/** A place where the seed probably departs from the original (勘误). */
export interface ErratumNode extends Placed {
  type: 'erratum';
  /** The doubted words, whole. */
  from: string;
  /** True for every piece but the last of an erratum that crosses a citation: it is one erratum all the same. */
  continued: boolean;
  /** The probable reading; null when the text is only doubted. */
  to: string | null;
  /** Whether the corrected text shows `to`: its confidence reaches the threshold of the sidecar. */
  applied: boolean;
  confidence: Confidence;
  /** Why. */
  reason: string;
  /** ISO day on which it was recorded; null: nobody said. */
  recorded: string | null;
  children: Inline[];
}

export type Inline = Text | Citation | ErratumNode;

/** An unnumbered run of text; the first one of a section shares the section's `id`. */
export interface Paragraph extends Placed {
  type: 'paragraph';
  /** Anchor on the page: `s1-2-p2`, `p1`, `letter-p1`. */
  id: string;
  children: Inline[];
}

/** The heading of a section or the printed title of an enclosure, without the label. */
export interface Heading extends Placed {
  type: 'heading';
  /** Anchor of the printed title of an annex: `annex2-title`; empty for others. */
  id: string;
  /** True when the text goes on behind it in the same block: `（一）完善政策文件。深入…`. */
  runIn: boolean;
  children: Inline[];
}

/** A clause (条款): a numbered unit with its heading, its own paragraphs and the units nested in it. */
export interface Section extends Placed {
  type: 'section';
  /** Anchor from the printed numbers: `s1-2-3`, `a12-1`, `c1-j1`. */
  id: string;
  scheme: Scheme;
  /** As printed, without spaces: `（二十三）`, `1.`, `第一条`. */
  label: string;
  ordinal: number;
  /** At most one heading, and it comes first; paragraphs and nested sections in printed order. */
  children: (Heading | Paragraph | Section)[];
}

/** A block with a role of its own inside a letter, an enclosure or an annex. */
export interface Marked<Type extends string> extends Placed {
  type: Type;
  /** Anchor: `annex-note`, `annex-label`, `signature`, `date`, `note`, `imprint`. */
  id: string;
  children: Paragraph[];
}

/** 附件说明: “附件：1.…” in the letter. */
export type AnnexNote = Marked<'annexNote'>;
/** A bare “附件：” or “附件2” line above what it names. */
export type AnnexLabel = Marked<'annexLabel'>;
/** 发文机关署名, one paragraph a printed line, 代章 included. */
export type Signature = Marked<'signature'>;
/** 成文日期. */
export type DateLine = Marked<'date'>;
/** 附注: “（此件公开发布）”. */
export type Note = Marked<'note'>;
/** 版记, one paragraph a printed line. */
export type Imprint = Marked<'imprint'>;

export type Block =
  Heading | Paragraph | Section | AnnexNote | AnnexLabel | Signature | DateLine | Note;

/** One-line elements of the head and the foot. */
interface Element<Type extends string> extends Placed {
  type: Type;
  children: Inline[];
}
/** 发文机关标志, one paragraph an organ: joint notices print one on a line. They have no addresses. */
export interface Masthead extends Placed {
  type: 'masthead';
  children: Paragraph[];
}
/** 发文字号. */
export type NumberLine = Element<'number'>;
/** 标题. */
export type Title = Element<'title'>;
/** 主送机关. */
export type Addressees = Element<'addressees'>;

interface Body<Type extends string> extends Placed {
  type: Type;
  /** What the anchors in it begin with: `letter-`, ``, `enc2-`, `annex1-`. */
  anchorBody: AnchorBody;
  children: Block[];
}
/** 正文: the cover letter of an enclosure, or the whole text of a notice that carries none. */
export type Letter = Body<'letter'>;
/** 被印发件. */
export type Enclosure = Body<'enclosure'>;
/** 附件. */
export type Annex = Body<'annex'>;

/** What stands in a seed but is no text of the notice. Kept, shown apart, exempt from the order. */
export interface Residue extends Placed {
  type: 'residue';
  kind: ResidueKind;
  value: string;
}

export type Zone =
  Masthead | NumberLine | Title | Addressees | Letter | Enclosure | Annex | Imprint | Residue;

/** A notice: its zones in printed order, residue last. Every word of the seed stands in exactly one. */
export interface Notice extends Placed {
  type: 'notice';
  /** `jgsj-2023-17`; also the name of its page. */
  id: string;
  children: Zone[];
}

export type TreeNode = Notice | Zone | Block | Inline;
