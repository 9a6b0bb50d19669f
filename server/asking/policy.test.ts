// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { canAskFor, canAskPortfolio } from './policy.ts';

const somebody = '0190a000-0000-7000-8000-000000000001';

test.each([
  ['a guest', { actorId: null, isStaff: false }, [false, false, false]],
  ['a resident', { actorId: somebody, isStaff: false }, [true, true, false]],
  ['a civil servant', { actorId: somebody, isStaff: true }, [true, true, true]],
] as const)('%s may ask, in public, for civil servants', (_who, viewer, outcome) => {
  expect([canAskPortfolio(viewer), canAskFor(viewer, 'public'), canAskFor(viewer, 'staff')]).toEqual(outcome);
});
