/**
 * Does `work` for several items at a time and hands out what comes of them in the order of the items.
 *
 * @param width how many are begun at most before the first of them has been taken
 */
export async function* orderedMap<Item, Result>(
  items: Iterable<Item>,
  width: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = [];
  for (const item of items) {
    const result = work(item);
    // It is awaited when its turn comes; until then a failure of it is not “unhandled”.
    result.catch(() => undefined);
    begun.push(result);
    const first = begun.length < width ? undefined : begun.shift();
    if (first !== undefined) yield await first;
  }
  for (const result of begun) yield await result;
}
