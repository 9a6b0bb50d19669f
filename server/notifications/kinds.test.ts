// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { type Kind, kinds, type Manner, mannerOf } from './kinds.ts';
import { levels } from './levels.ts';

// For each level, in the order of `levels`: all, mentions, digest, none.
const table: Record<Kind, [Manner, Manner, Manner, Manner]> = {
  mention: ['at-once', 'at-once', 'at-once', 'not'],
  reply: ['at-once', 'at-once', 'at-once', 'not'],
  watched: ['at-once', 'not', 'not', 'not'],
  'search-hit': ['digest', 'digest', 'digest', 'not'],
  request: ['at-once', 'at-once', 'at-once', 'at-once'],
  reported: ['at-once', 'at-once', 'at-once', 'at-once'],
  asked: ['at-once', 'at-once', 'at-once', 'at-once'],
  'merge-proposed': ['at-once', 'at-once', 'at-once', 'at-once'],
  successor: ['at-once', 'at-once', 'at-once', 'at-once'],
  approved: ['letter', 'letter', 'letter', 'letter'],
  refused: ['letter', 'letter', 'letter', 'letter'],
  invited: ['letter', 'letter', 'letter', 'letter'],
  added: ['letter', 'letter', 'letter', 'letter'],
  moderated: ['letter', 'letter', 'letter', 'letter'],
  'appeal-decided': ['letter', 'letter', 'letter', 'letter'],
  removed: ['digest', 'digest', 'digest', 'digest'],
  role: ['digest', 'digest', 'digest', 'digest'],
  'by-rule': ['digest', 'digest', 'digest', 'digest'],
  'rule-ended': ['digest', 'digest', 'digest', 'digest'],
  'report-acted': ['digest', 'digest', 'digest', 'digest'],
  'report-dismissed': ['digest', 'digest', 'digest', 'digest'],
  'term-ended': ['digest', 'digest', 'digest', 'digest'],
  merged: ['digest', 'digest', 'digest', 'digest'],
  'not-taken': ['at-once', 'at-once', 'at-once', 'at-once'],
  'merge-undone': ['digest', 'digest', 'digest', 'digest'],
};

test.each(kinds.map((kind) => [kind, ...table[kind]] as const))('%s is told, for all, mentions, digest and none: %s, %s, %s, %s', (kind, ...manners) => {
  expect(levels.map((level) => mannerOf(kind, level))).toEqual(manners);
});

test('an answer to somebody else waits for the digest, unless one wants to hear all or only what is for oneself', () => {
  expect(levels.map((level) => mannerOf('reply', level, { inPassing: true }))).toEqual(['at-once', 'not', 'digest', 'not']);
});

test('what is decided without a letter goes with the digest', () => {
  expect(mannerOf('approved', 'none', { noLetter: true })).toBe('digest');
});
