// SPDX-License-Identifier: EUPL-1.2
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { replyShapes } from '../support/reply-shapes.ts';
import { replyOf } from '../../server/mailing/inbound/reply/reply-of.ts';

test.each(replyShapes)('what the person wrote is cut out of: $name', async ({ raw, reply }) => {
  expect(replyOf(await PostalMime.parse(raw))).toBe(reply);
});

test('a mail without any words has none', () => {
  expect(replyOf({})).toBe('');
  expect(replyOf({ text: '', html: null })).toBe('');
});

test.each([
  ['quotes', '>'.repeat(200_000)],
  ['lines', '\n'.repeat(200_000)],
  ['rules', '_'.repeat(200_000)],
  ['introductions', 'Op 3 jan 2026 schreef <'.repeat(9_000)],
  ['introductions on lines', 'Op 3 jan 10:12\nschreef <a@b>\n'.repeat(6_000)],
  ['fields', 'Van: a\nAan: b\n'.repeat(12_000)],
  ['a German verb', `Am 3 schrieb <a@b>:\n${'Am '.repeat(60_000)}`],
])('a text of nothing but %s is read in less than a second of processor time', (_name, text) => {
  const before = process.cpuUsage();
  replyOf({ text });
  replyOf({ html: text.replaceAll('\n', '<br>') });
  replyOf({ html: '<blockquote>'.repeat(20_000) + text });
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(1_000);
});
