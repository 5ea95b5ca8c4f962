import { expect, test } from 'vitest';
import { ALLOWED } from '../../src/publish/verify/browsers/allowed.ts';
import { findNewer } from '../../src/publish/verify/verify-browsers.ts';
import { dist } from '../support/places.ts';

test('what the site uses and Chromium 90 lacks is what is allowed, and all of it is in use', async () => {
  const { count, places } = await findNewer(dist);
  expect(count).toBeGreaterThan(10);
  const used = new Set(places.map(({ feature }) => feature));
  expect([...used].sort()).toEqual(Object.keys(ALLOWED).sort());
});
