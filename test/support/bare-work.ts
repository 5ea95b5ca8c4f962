import type { Work } from '../../src/authored/work-schema.ts';

/**
 * A work of which nobody wrote more than every work needs: absent facts are null, absent lists empty.
 *
 * @param id of the work
 * @param title of it
 */
export function bareWork(id: string, title: string): Work {
  return {
    id,
    title,
    names: [],
    level: null,
    kind: '意见',
    issuer: null,
    number: null,
    issued: null,
    effective: null,
    status: null,
    official: null,
    text: 'none',
    relations: [],
    targets: [],
    outline: [],
    summary: '说明。',
    note: null,
    evidence: {},
  };
}
