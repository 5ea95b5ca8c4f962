/** The ids of one Akoma Ntoso document. */
export interface Ids {
  /** Gives an eId that no other element has: the one wanted where it is free, else with a count behind it (`para_15-2`: a number printed twice). */
  claim: (wanted: string) => string;
  /** Gives the eId with the next number behind it: `ref` → `ref_3`. */
  next: (prefix: string) => string;
  /** Our anchor as `wId`, for the outermost element that has it; nothing for what has no anchor (`""`). */
  anchor: (id: string) => { wId?: string };
}

/** Ids for a new document. */
export function newIds(): Ids {
  const taken = new Set<string>();
  const anchors = new Set<string>();
  const counts = new Map<string, number>();
  const count = (prefix: string, separator: string): string => {
    const number = (counts.get(prefix + separator) ?? 0) + 1;
    counts.set(prefix + separator, number);
    const id = separator === '-' && number === 1 ? prefix : prefix + separator + String(number);
    if (taken.has(id)) return count(prefix, separator);
    taken.add(id);
    return id;
  };
  return {
    claim: (wanted) => count(wanted, '-'),
    next: (prefix) => count(prefix, '_'),
    anchor: (wId) => {
      if (wId === '' || anchors.has(wId)) return {};
      anchors.add(wId);
      return { wId };
    },
  };
}
