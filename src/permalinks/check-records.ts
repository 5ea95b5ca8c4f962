/** The rules for moves and withdrawals (`move-*`): a record is about a published address that changed, and leads to an existing one. */
import { report, type Report } from '../diagnostics/report.ts';
import { anchorOf, pageOf, written } from './addresses.ts';
import type { Change } from './address-histories.ts';
import type { Resolver } from './resolve.ts';

type Mistake = Omit<Report, 'place'> & { key: 'from' | 'to' };
type Rule = (change: Change, resolver: Resolver) => Mistake | null;

/**
 * Checks every record that is not superseded. The files they stand in get the messages, at most one a record: errors `move-itself`, `move-circle`, `move-needless`, `move-twice`,
 * `move-nowhere`, and the warning `move-unpublished`.
 * @param resolver of an archive
 */
export function checkRecords(resolver: Resolver): void {
  for (const changes of resolver.recorded.values()) {
    for (const change of changes) {
      if (change.standing === 'superseded') continue;
      const mistake = RULES.map((rule) => rule(change, resolver)).find((each) => each !== null);
      if (!mistake) continue;
      const { key, ...message } = mistake;
      report(change.file, { ...message, place: change.placeOf(key) });
    }
  }
}

const itself: Rule = ({ from, to }) =>
  from !== to
    ? null
    : {
        key: 'to',
        ruleId: 'move-itself',
        severity: 'error',
        reason: `${written(from)} is moved to itself. 地址不能迁移到自身。`,
        note: 'Name the address where its text stands now. Where the text was replaced at its place, record it under `withdrawals`.',
      };

const circle: Rule = (change, resolver) => {
  const way = wayBack(change, resolver);
  if (!way) return null;
  const isOfLost = way.every(({ standing }) => standing === 'current');
  // clauses that changed places lead to each other, and each is there; what happened one after the other is a way to and fro
  const isSwap = way.every(({ from }) => resolver.current.has(from));
  const isHistory = new Set(way.map(({ publication }) => publication)).size > 1;
  if (isOfLost && (isSwap || isHistory) && resolver.resolve(change) !== 'circle') return null;
  return {
    key: 'to',
    ruleId: 'move-circle',
    severity: 'error',
    reason: `These moves lead back to where they begin: ${[...way.map(({ from }) => from), change.from].map(written).join(' → ')}. 迁移记录循环。`,
    note: 'Let the last of them lead to an address of the archive, or withdraw it.',
  };
};

const twice: Rule = ({ from, standing }, resolver) => {
  const lost = resolver.addressHistory(from).filter(({ text }) => !text.isRestored).length;
  if (standing !== 'unused' || lost === 0) return null;
  const count = resolver.addressHistory(from).length;
  return {
    key: 'from',
    ruleId: 'move-twice',
    severity: 'error',
    reason: `${written(from)} has more records than texts it lost (${count}). 同一地址重复记录。`,
    note: 'Keep one record for each time its text changed, and take this one out.',
  };
};

const needless: Rule = ({ from, to, standing }) => {
  if (standing !== 'unused') return null;
  const what =
    anchorOf(from) === null ? 'is still in the archive' : 'still has the text it always had';
  return {
    key: 'from',
    ruleId: 'move-needless',
    severity: 'error',
    reason: `${written(from)} ${what}, so it cannot be ${to === null ? 'withdrawn' : 'moved'}. 该地址仍在原处。`,
    note: `Take the record out${anchorOf(from) === null && pageOf(from).startsWith('notices/') ? '; to withdraw a notice, take its seed out of seeds/' : ''}.`,
  };
};

const nowhere: Rule = (change, resolver) => {
  const { to } = change;
  if (to === null || resolver.current.has(to) || resolver.changesOf(to).length > 0) return null;
  return {
    key: 'to',
    ruleId: 'move-nowhere',
    severity: 'error',
    reason: `${written(change.from)} is moved to ${written(to)}, which is neither in the archive nor moved on. 迁移目标不存在。`,
    note: 'Expected an anchor of this notice (s2-4), a notice (jgsj-2023-17), a clause of it (jgsj-2023-17#s2-4), or in seeds/works.yaml a work. npm run --silent inspect -- SEED lists the anchors of a notice.',
  };
};

const unpublished: Rule = ({ from }, resolver) =>
  resolver.former.has(from)
    ? null
    : {
        key: 'from',
        ruleId: 'move-unpublished',
        severity: 'warning',
        reason: `${written(from)} was never published: seeds/addresses.json does not know it. 该地址从未发布。`,
        note: 'Look for a slip of the pen; an address that nobody was given needs no record.',
      };

const RULES: readonly Rule[] = [itself, circle, twice, needless, nowhere, unpublished];

/** The records from a change back to its own address; null when they do not come back. */
function wayBack(change: Change, { recorded }: Resolver): Change[] | null {
  const way: Change[] = [];
  for (let step: Change | undefined = change; step && step.to !== null;) {
    if (way.includes(step)) return null;
    way.push(step);
    if (step.to === change.from) return way;
    step = recorded.get(step.to)?.findLast(({ standing }) => standing !== 'superseded');
  }
  return null;
}
