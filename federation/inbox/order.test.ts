// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { orderOf, Queueing, readOrder, writeOrder } from './order.ts';

const jan = 'https://a.example/users/jan';
const create = (id: string, inReplyTo?: string) => ({ id: `${id}#create`, type: 'Create', actor: jan, object: { id, type: 'Note', ...(inReplyTo === undefined ? {} : { inReplyTo }) } });
const about = (type: string, object: unknown, id = 'https://a.example/x') => ({ id, type, actor: jan, object });

/** Whether the second has to wait for the first. */
function waits(first: Record<string, unknown>, second: Record<string, unknown>): boolean {
  const before = new Queueing();
  before.add(readOrder(writeOrder(orderOf(first))));
  return !before.mayGo(readOrder(writeOrder(orderOf(second))));
}

const [one, other] = ['https://a.example/1', 'https://a.example/2'];
const cases: [string, Record<string, unknown>, Record<string, unknown>, boolean][] = [
  ['a change of what was made', create(one), about('Update', { id: one, type: 'Note' }), true],
  ['the end of what was made', create(one), about('Delete', one), true],
  ['an answer to what was made', create(one), create(other, one), true],
  ['a reaction to what was made', create(one), about('Like', one), true],
  ['two answers to one thing', create(one, 'https://b.example/0'), create(other, 'https://b.example/0'), false],
  ['two reactions of two people to one thing', about('Like', one), { ...about('Like', one, 'https://a.example/y'), actor: 'https://a.example/users/piet' }, false],
  ['a reaction and taking it back, by its name', about('Like', one, 'https://a.example/like'), about('Undo', 'https://a.example/like'), true],
  ['a reaction and taking it back, under another name', about('Like', one), about('Undo', { type: 'Like', actor: jan, object: one }), true],
  ['joining and leaving', about('Join', one), about('Leave', one, 'https://a.example/y'), true],
  ['being let in and being sent away', { id: 'https://b.example/1', type: 'Accept', actor: 'https://b.example/g', object: { id: 'https://a.example/join', type: 'Join', actor: jan, object: 'https://b.example/g' } },
    { id: 'https://b.example/2', type: 'Remove', actor: 'https://b.example/g', object: jan, target: 'https://b.example/g/members' }, true],
  ['what a place passes on, and its change', about('Announce', create(one), 'https://g.example/1'), about('Announce', about('Update', { id: one }), 'https://g.example/2'), true],
  ['two things that have nothing to do with each other', create(one), create(other), false],
];

test.each(cases)('%s', (_name, first, second, expected) => {
  expect(waits(first, second)).toBe(expected);
});
