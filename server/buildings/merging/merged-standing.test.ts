// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { mergedStanding } from './merged-standing.ts';
import type { Standing } from '../policy.ts';

const parse = (words: string): Standing => {
  if (words === '-') return null;
  const [state, role] = words.split(' ');
  return { state, role: role ?? 'member' } as Standing;
};

test.each([
  // in the source, in the target, the target's door, after
  ['active', '-', 'closed', 'active member'],
  ['active admin', '-', 'hidden', 'active admin'],
  ['active admin', 'active', 'open', 'active admin'],
  ['active', 'active moderator', 'open', 'active moderator'],
  ['active moderator', 'active admin', 'open', 'active admin'],
  ['active', 'banned', 'open', 'banned member'],
  ['active admin', 'banned', 'open', 'banned member'],
  ['banned', '-', 'open', 'banned member'],
  ['banned', 'active admin', 'open', 'banned member'],
  ['active', 'requested', 'closed', 'active member'],
  ['active moderator', 'requested', 'closed', 'active moderator'],
  ['requested', '-', 'closed', 'requested member'],
  ['requested', '-', 'open', 'active member'],
  ['requested', '-', 'hidden', '-'],
  ['requested', 'active admin', 'closed', 'active admin'],
  ['requested', 'banned', 'closed', 'banned member'],
  ['requested', 'requested', 'closed', 'requested member'],
  ['-', 'active admin', 'closed', 'active admin'],
  ['-', '-', 'closed', '-'],
] as const)('%s there, %s here, %s: %s', (inSource, inTarget, access, after) => {
  expect(mergedStanding(parse(inSource), parse(inTarget), access)).toEqual(parse(after));
});
