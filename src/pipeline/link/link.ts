/** link: Notice, Biblio → Notice. Citations found and resolved, errata placed; both become nodes round the printed words. */
import type { VFile } from 'vfile';
import { offsetAt } from '../../notation/runs.ts';
import { report } from '../../diagnostics/report.ts';
import { lineStarts, pointOf } from '../../model/place.ts';
import type { Inline, Notice, Text, TreeNode } from '../../model/tree.ts';
import { annotate, type AnnotatedSpan } from '../annotate.ts';
import { rangeIn } from '../parse/builders.ts';
import type { Biblio } from './biblio.ts';
import { findCitations } from './citations.ts';
import type { CitationContext } from './spans.ts';

/** Parts of a notice without citations: names of organs, its own number, residue. */
const SILENT = new Set(['masthead', 'addressees', 'signature', 'imprint', 'residue', 'annexLabel']);

/** Finds the errata in a run of text. */
export type FindErrata = (text: Text) => AnnotatedSpan[];

/**
 * Links a notice.
 * @param notice anchored and identified; changed in place
 * @param file its seed; gets messages about what cannot be decided
 * @param biblio all that can be cited
 * @param findErrata errata of the sidecar
 */
export function link(
  notice: Notice,
  file: VFile,
  biblio: Biblio,
  findErrata: FindErrata = () => [],
): void {
  const lines = lineStarts(String(file.value));
  const place = rangeIn(lines);
  const context: Omit<CitationContext, 'doubt'> = {
    notice: notice.id,
    biblio,
    declared: new Map(),
  };

  visit(notice, false);

  function visit(node: TreeNode, silent: boolean): void {
    if (!('children' in node)) return;
    const quiet = silent || SILENT.has(node.type);
    const runs = node.children as (TreeNode | Inline)[];
    if (runs.some((child) => child.type === 'text')) {
      (node as { children: Inline[] }).children = (runs as Inline[])
        .flatMap((run) => (run.type === 'text' ? linked(run, quiet) : [run]))
        // copied, because a list that grew keeps spare memory
        .slice();
    } else {
      for (const child of runs) visit(child, quiet);
    }
  }

  function linked(text: Text, quiet: boolean): Inline[] {
    const doubt: CitationContext['doubt'] = (ruleId, index, reason, note) => {
      report(file, {
        ruleId,
        severity: 'warning',
        reason,
        note,
        place: pointOf(offsetAt(text.at, index), lines),
      });
    };
    const citations = quiet ? [] : findCitations(text.value, { ...context, doubt });
    return annotate(text, [...citations, ...findErrata(text)], place);
  }
}
