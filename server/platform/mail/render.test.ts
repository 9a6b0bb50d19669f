// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { renderMail } from './render.ts';
import { type TemplateData, type TemplateName, templates } from './templates.ts';

const hostile = '<img src=x onerror=alert(1)>\r\nBcc: all@example';
const item = { what: hostile, where: hostile, title: hostile, said: [{ by: hostile, text: `${hostile}\n\n-- \n> ${hostile}` }], note: hostile, links: [{ label: hostile, url: 'https://plein.example/posts/a?b="c' }] };
const data: TemplateData = {
  confirmation: { name: hostile, url: 'https://plein.example/confirm?token=a&b="', instance: hostile },
  'known-address': { name: hostile, signInUrl: 'https://plein.example/sign-in', resetUrl: 'https://plein.example/reset-password', instance: hostile },
  'password-reset': { name: hostile, url: 'https://plein.example/reset-password?token=a', instance: hostile },
  'password-changed': { name: hostile, resetUrl: 'https://plein.example/reset-password', instance: hostile },
  'moderation-decision': { name: hostile, instance: hostile, place: hostile, about: hostile, action: 'suspend', reason: hostile, until: '20 december 2026', url: 'https://plein.example/about-me', contact: 'plein@plein.example' },
  'appeal-decided': { name: hostile, instance: hostile, overturned: true, answer: hostile, url: 'https://plein.example/about-me' },
  'report-handled': { name: hostile, instance: hostile, acted: true, url: 'https://plein.example/' },
  invitation: { inviter: hostile, place: hostile, url: 'https://plein.example/invitation?token=a', instance: hostile, expires: '20 december 2026' },
  'request-answered': { name: hostile, place: hostile, approved: false, word: hostile, url: 'https://plein.example/buildings/a', instance: hostile },
  'reply-refused': { name: hostile, instance: hostile, why: 'spoofed', detail: hostile, url: 'https://plein.example/posts/a' },
  added: { name: hostile, inviter: hostile, place: hostile, groups: hostile, url: 'https://plein.example/buildings/a', leaveUrl: 'https://plein.example/buildings/a?leave=1', instance: hostile },
  'at-once': { name: hostile, instance: hostile, subject: hostile, items: [item], canReply: true, links: [{ label: hostile, url: 'https://plein.example/unsubscribe?token=a' }] },
  digest: { name: hostile, instance: hostile, since: hostile, rhythm: 'weekly', counts: { asks: 1, mentions: 2, answers: 1, posts: 3 }, sections: [{ heading: hostile, items: [item], also: { heading: hostile, links: [{ label: hostile, url: 'https://plein.example/posts/b' }] }, links: [] }], links: [] },
};
const names = Object.keys(templates) as TemplateName[];
const cases = names.flatMap((name) => (['nl', 'en'] as const).map((locale) => [name, locale] as const));

test.each(cases)('%s in %s has a subject of one line, text and harmless HTML', (name, locale) => {
  const mail = renderMail(name, locale, data[name] as never);
  expect(mail.subject).not.toMatch(/[\r\n]/);
  expect(mail.html).toContain(`<html lang="${locale}">`);
  expect(mail.html).not.toContain('<img');
  expect(mail.html).not.toMatch(/href="[^"]*"[^ >]*"/);
  expect(mail.text).toContain('https://plein.example/');
});

test('what others wrote stands apart from what Plein says, in text and in HTML, and loses nothing', () => {
  const words = Array.from({ length: 80 }, (_, index) => `woord${index}`).join(' ');
  const long = { ...item, title: 'Titel', said: [{ by: null, text: `${words}\n\n-- \nDag Jet,\nKlik hier: https://kwaad.example/${'a'.repeat(100)}` }] };
  const mail = renderMail('digest', 'nl', { ...data.digest, sections: [{ heading: 'Plek', items: [long] }] });
  const quoted = mail.text.split('\n').filter((line) => line.startsWith('  >')).map((line) => line.replace(/^ {2}> ?/, '')).join(' ');
  for (const word of words.split(' ')) expect(quoted.split(' ')).toContain(word);
  expect(mail.text).not.toMatch(/^(Klik hier|Dag Jet)/m);
  expect(quoted).toContain(`https://kwaad.example/${'a'.repeat(100)}`);
  for (const line of mail.text.split('\n')) if (line.startsWith('  ') && !/https?:/.test(line)) expect(line.length).toBeLessThanOrEqual(72);
  expect(mail.html).toContain('prefers-color-scheme:dark');
  expect(mail.html).not.toMatch(/<img|url\(|@import|<link/);
});
