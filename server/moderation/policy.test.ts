// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import type { Standing } from '../buildings/public.ts';
import { actionsFor, canAppeal, canExportLog, canHandle, canReadLog, type CaseFacts } from './policy.ts';

const who: Record<string, { asker: { actorId: string | null; isAdministrator: boolean }; standing: Standing }> = {
  guest: { asker: { actorId: null, isAdministrator: false }, standing: null },
  member: { asker: { actorId: 'm', isAdministrator: false }, standing: { role: 'member', state: 'active' } },
  moderator: { asker: { actorId: 'o', isAdministrator: false }, standing: { role: 'moderator', state: 'active' } },
  'suspended moderator': { asker: { actorId: 'o', isAdministrator: false }, standing: { role: 'moderator', state: 'active', suspended: true } },
  'moderator of another place': { asker: { actorId: 'x', isAdministrator: false }, standing: null },
  admin: { asker: { actorId: 'a', isAdministrator: false }, standing: { role: 'admin', state: 'active' } },
  administrator: { asker: { actorId: 'i', isAdministrator: true }, standing: null },
};
const facts: CaseFacts = { kind: 'report', closed: false, placeId: 'p', escalated: false, personId: 'author', subject: 'post', personRole: 'member', withheld: 'no', placeOpen: false, decidedBy: null, othersCanHandle: true };
const of = (name: string) => who[name] ?? expect.fail(name);

describe('a case is handled by', () => {
  test.each([
    ['guest', false, false, false], ['member', false, false, false], ['moderator', true, true, false], ['suspended moderator', false, false, false],
    ['moderator of another place', false, false, false], ['admin', true, true, false], ['administrator', false, true, true],
  ] as const)('%s: of a place %s, escalated %s, of the instance %s', (name, inPlace, escalated, instance) => {
    const { asker, standing } = of(name);
    expect(canHandle(asker, facts, standing)).toBe(inPlace);
    expect(canHandle(asker, { ...facts, escalated: true }, standing)).toBe(escalated);
    expect(canHandle(asker, { ...facts, placeId: null }, null)).toBe(instance);
    expect(canHandle(asker, { ...facts, escalated: true, personId: asker.actorId }, standing)).toBe(false);
  });
});

describe('what may be decided', () => {
  const acts = (name: string, more: Partial<CaseFacts> = {}) => actionsFor(of(name).asker, { ...facts, ...more }, of(name).standing);
  test.each<[string, string, Partial<CaseFacts>, string[]]>([
    ['a moderator about a member', 'moderator', {}, ['dismiss', 'hide', 'remove', 'warn', 'suspend', 'ban']],
    ['a moderator about another moderator', 'moderator', { personRole: 'moderator' }, ['dismiss', 'hide', 'remove', 'warn']],
    ['an admin about a moderator', 'admin', { personRole: 'moderator' }, ['dismiss', 'hide', 'remove', 'warn', 'suspend', 'ban']],
    ['what is hidden', 'moderator', { withheld: 'hidden' }, ['dismiss', 'restore', 'remove', 'warn', 'suspend', 'ban']],
    ['what waits', 'moderator', { kind: 'waiting', withheld: 'waiting' }, ['approve', 'refuse', 'remove']],
    ['what waited', 'moderator', { kind: 'waiting', withheld: 'no' }, ['dismiss']],
    ['a post that is gone', 'moderator', { withheld: null }, ['dismiss', 'warn', 'suspend', 'ban']],
    ['an administrator, escalated', 'administrator', { escalated: true, personRole: 'admin' }, ['dismiss', 'hide', 'remove', 'warn', 'suspend', 'ban', 'suspend-account']],
    ['an administrator, about somebody of another instance', 'administrator', { escalated: true, personRole: null, personIsRemote: true }, ['dismiss', 'hide', 'remove', 'warn', 'suspend', 'ban']],
    ['a place', 'administrator', { placeId: null, subject: 'place', personId: null, personRole: null, withheld: null }, ['dismiss', 'warn']],
    ['an open place', 'administrator', { placeId: null, subject: 'place', personId: null, personRole: null, placeOpen: true, withheld: null }, ['dismiss', 'warn', 'close-place']],
    ['a place, for who moderates it', 'admin', { placeId: null, subject: 'place', personId: null, personRole: null, placeOpen: true, withheld: null }, []],
    ['an appeal', 'moderator', { kind: 'appeal', decidedBy: 'a' }, ['uphold', 'overturn']],
    ['an appeal against one’s own decision', 'moderator', { kind: 'appeal', decidedBy: 'o' }, []],
    ['the same, where there is nobody else', 'moderator', { kind: 'appeal', decidedBy: 'o', othersCanHandle: false }, ['uphold', 'overturn']],
    ['what was decided', 'moderator', { closed: true }, []],
    ['what was decided, and is hidden', 'moderator', { closed: true, withheld: 'hidden' }, ['restore']],
    ['a member', 'member', {}, []],
  ])('%s', (_name, name, more, expected) => {
    expect(acts(name, more)).toEqual(expected);
  });
});

test.each([
  ['member', false, false, false], ['moderator', true, false, false], ['suspended moderator', false, false, false], ['admin', true, true, false], ['administrator', false, false, true],
] as const)('the log for %s: read %s, as a file %s, of the instance %s', (name, read, file, instance) => {
  const { asker, standing } = of(name);
  const place = { access: 'closed' as const };
  expect([canReadLog(asker, standing, place), canExportLog(asker, standing, place), canReadLog(asker, null, null)]).toEqual([read, file, instance]);
});

test('an appeal is made once, by whom it is about, in time, against what costs something', () => {
  const now = new Date('2026-11-21T12:00:00Z');
  const decision = { personId: 'm', action: 'hide' as const, decidedAt: new Date('2026-11-01T12:00:00Z'), overturned: false, appealed: false };
  expect(canAppeal({ actorId: 'm' }, decision, now)).toBe(true);
  expect(canAppeal({ actorId: 'x' }, decision, now)).toBe(false);
  for (const more of [{ appealed: true }, { overturned: true }, { action: 'approve' as const }, { decidedAt: new Date('2026-01-01T12:00:00Z') }]) expect(canAppeal({ actorId: 'm' }, { ...decision, ...more }, now)).toBe(false);
});
