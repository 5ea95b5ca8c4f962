import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import lighthouse, { desktopConfig, type Result } from 'lighthouse';

/** What Lighthouse judges. */
export const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

/** Lighthouse’s two readers: with a phone and a slow line, at a desk. */
export const screens = ['phone', 'desk'] as const;

/** What Lighthouse thinks of a page. */
export interface Judgement {
  path: string;
  screen: (typeof screens)[number];
  /** Of 100, in the order of `categories`. */
  scores: number[];
  /** What costs points: category, audit, what it found. */
  costs: string[];
}

/**
 * Has Lighthouse judge a page. Speed is measured, and others may use the machine: a page that has less than `least` is
 * judged twice more, and the run with the middle speed counts.
 *
 * @param base address of the site
 * @param port where the browser takes orders
 * @throws {Error} when the page cannot be opened
 */
export async function judge(
  base: string,
  path: string,
  screen: Judgement['screen'],
  port: number,
  least: number,
): Promise<Judgement> {
  const run = async () => {
    const said = await lighthouse(
      base + path,
      { port, logLevel: 'error', output: 'json', onlyCategories: categories },
      screen === 'desk' ? desktopConfig : undefined,
    );
    if (!said || said.lhr.runtimeError) {
      throw new Error(`Lighthouse cannot judge ${path}: ${said?.lhr.runtimeError?.message ?? ''}`);
    }
    return { path, screen, scores: scoresOf(said.lhr), costs: costsOf(said.lhr) };
  };
  const first = await run();
  if (first.scores.every((score) => score >= least)) return first;
  const runs = [first, await run(), await run()];
  return runs.sort((one, other) => (one.scores[0] ?? 0) - (other.scores[0] ?? 0))[1] ?? first;
}

function scoresOf(lhr: Result): number[] {
  return categories.map((id) => Math.round((lhr.categories[id]?.score ?? 0) * 100));
}

/** The audits with a weight that are not passed in full. */
function costsOf({ categories: judged, audits }: Result): string[] {
  return categories.flatMap((id) =>
    (judged[id]?.auditRefs ?? []).flatMap(({ id: audit, weight }) => {
      const { score, title, displayValue = '', details } = audits[audit] ?? {};
      if (weight === 0 || typeof score !== 'number' || score >= 0.99) return [];
      return [
        `${id}, ${audit} (${Math.round(score * 100)}): ${title ?? ''} ${displayValue} ${placesIn(details)}`,
      ];
    }),
  );
}

/** The elements that an audit names. */
function placesIn(details: Result['audits'][string]['details']): string {
  if (details?.type !== 'table') return '';
  return details.items
    .flatMap((item) => {
      const { node } = item as { node?: { selector?: string } };
      return node?.selector ?? [];
    })
    .slice(0, 3)
    .join(' · ');
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
