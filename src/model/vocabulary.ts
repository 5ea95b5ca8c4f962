/** The closed lists of words that records and the files people write are made of. */

/** Who made a work, by rank; `standard` a national standard, `planned` announced by a notice and not known to exist. */
export const LEVELS = ['national', 'provincial', 'city', 'standard', 'planned'] as const;

/** What a notice does with a document it names. */
export const ROLES = ['basis', 'implements', 'cites', 'planned', 'self', 'media', 'undecided'] as const; // prettier-ignore
export type Role = (typeof ROLES)[number];

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
type RelationType = keyof typeof INVERSES;
export const RELATION_TYPES = Object.keys(INVERSES) as [RelationType, ...RelationType[]];

/** How much of the text of a work somebody has read: all, parts of it, nothing. */
export const TEXTS = ['established', 'partly', 'none'] as const;

/** Of a match of topic. */
export const STRENGTHS = ['strong', 'medium', 'weak'] as const;

/** How sure one is of an erratum; rising. */
export const CONFIDENCES = ['low', 'low-medium', 'medium', 'medium-high', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** The facts of a notice that a person may state. Masthead and printed title of the enclosure are words of the text and nothing else. */
export const AUTHORED_FACTS = ['title', 'number', 'issuer', 'addressees', 'date', 'issued', 'city', 'kind'] as const; // prettier-ignore

/** The facts of a notice that are printed somewhere; the others are read off these. */
export const PRINTED_FACTS = ['title', 'number', 'issuer', 'masthead', 'addressees', 'date', 'issued', 'enclosure'] as const; // prettier-ignore

/** Why something in a seed is no text of the notice. */
export const RESIDUE_KINDS = ['page-number', 'running-head', 'rule', 'web', 'metadata'] as const;
export type ResidueKind = (typeof RESIDUE_KINDS)[number];

export const SEVERITIES = ['error', 'warning', 'info'] as const;
