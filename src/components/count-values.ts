/** A value with how often it occurs. */
export interface Count {
  value: string;
  count: number;
}

/** The values of a field with how often each occurs, in the order of the list; absent ones do not count. */
export function countValues(values: readonly (string | number | null)[]): Count[] {
  const counts = new Map<string, number>();
  for (const value of values) {
    if (value !== null) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  }
  return [...counts].map(([value, count]) => ({ value, count }));
}
