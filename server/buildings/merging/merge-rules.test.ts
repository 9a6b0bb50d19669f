// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { canAgreeToMerge, canEndMerge, canProposeMerge, canUndoMerge, type Deciding } from './merge-rules.ts';

const nobody: Deciding = { isAdministrator: false, kind: 'building', administersSource: false, administersTarget: false, speaksForSource: false, speaksForTarget: false, sourceAgreed: false, targetAgreed: false, isProposer: false };
const people: Record<string, Deciding> = {
  'somebody else': nobody,
  'an administrator of the instance': { ...nobody, isAdministrator: true },
  'an administrator, of groups': { ...nobody, isAdministrator: true, kind: 'group' },
  'the proposer, an administrator': { ...nobody, isAdministrator: true, isProposer: true },
  'a proposer who leads neither any more': { ...nobody, isProposer: true },
  'an admin of the source': { ...nobody, administersSource: true, speaksForSource: true },
  'an admin of the building of two groups with admins': { ...nobody, kind: 'group', administersSource: true, administersTarget: true },
  'an admin of the source, which agreed': { ...nobody, administersSource: true, speaksForSource: true, sourceAgreed: true },
  'an admin of the target': { ...nobody, administersTarget: true, speaksForTarget: true },
  'an admin of both': { ...nobody, administersSource: true, administersTarget: true, speaksForSource: true, speaksForTarget: true },
};

test.each([
  ['somebody else', false, false, false, false],
  ['an administrator of the instance', true, false, false, false],
  ['an administrator, of groups', false, false, false, false],
  ['the proposer, an administrator', true, false, true, false],
  ['a proposer who leads neither any more', false, false, false, false],
  ['an admin of the source', true, true, true, true],
  ['an admin of the building of two groups with admins', true, false, true, true],
  ['an admin of the source, which agreed', true, false, true, true],
  ['an admin of the target', true, true, true, true],
  ['an admin of both', true, true, true, true],
] as const)('%s: proposes %s, agrees %s, ends %s, undoes %s', (who, proposes, agrees, ends, undoes) => {
  const deciding = people[who] ?? nobody;
  expect([canProposeMerge(deciding), canAgreeToMerge(deciding), canEndMerge(deciding), canUndoMerge(deciding)]).toEqual([proposes, agrees, ends, undoes]);
});
