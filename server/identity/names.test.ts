// SPDX-License-Identifier: EUPL-1.2
import { Compile } from 'typebox/compile';
import { expect, test } from 'vitest';
import { cleanName, domainOf, EmailField, NameField } from './fields.ts';
import { handleFrom } from './handles.ts';
import { passwordFault } from './password.ts';
import { OrganisationBody } from './schemas.ts';
import { describeUserAgent } from './user-agent.ts';

test.each([
  ['Naïma el Idrissi', 'naima-el-idrissi'],
  ["Jan van 't Hof", 'jan-van-t-hof'],
  ['Groß & Søn B.V.', 'gross-son-bv'],
  ['  --  ', 'lid'],
  ['Я', 'lid'],
  ['Wolfeschlegelsteinhausenbergerdorff Senior', 'wolfeschlegelsteinhausenberger'],
  ['Anna-Maria van der Heijden-Verstappen', 'anna-maria-van-der-heijden'],
  ['Anna-Maria van der Heijdens-De Vos', 'anna-maria-van-der-heijdens-de'],
])('%j gives the handle %j', (name, handle) => {
  expect(handleFrom(name)).toBe(handle);
});

test('a name is kept composed and without spare spaces', () => {
  expect(cleanName('  Nai\u0308ma   Formulier ')).toBe('Naïma Formulier');
});

test('the domain of an address is what stands behind its last @, in lower case', () => {
  expect(domainOf('Jo@Zuiderdam.EXAMPLE')).toBe('zuiderdam.example');
});

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36', 'Chrome on Windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15', 'Safari on macOS'],
  ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36', 'Samsung Internet on Android'],
  ['curl/8.9.1', 'curl'],
  ['', 'Unknown device'],
])('a browser is named shortly: %s', (userAgent, described) => {
  expect(describeUserAgent(userAgent, 'en')).toBe(described);
});

test('a long password of one’s own making is taken, whatever signs it has', () => {
  for (const password of ['vier losse woorden samen', '🦆🦆🌷🌷 eend en tulp', 'naima houdt van vergaderen']) expect(passwordFault(password, 'naima@thuis.example', 'Naïma')).toBeNull();
});

test('no pattern takes longer than 50 ms on its worst text', () => {
  const [email, name, organisation] = [Compile(EmailField), Compile(NameField), Compile(OrganisationBody)];
  const worst = ['a', 'a.', '@', '-', 'a-', ' ', 'w', '://', '\u0301'].map((part) => part.repeat(120_000 / part.length));
  for (const text of worst) {
    const start = performance.now();
    email.Check(text.slice(0, 254));
    name.Check(text.slice(0, 100));
    organisation.Check({ name: 'x', domains: [text.slice(0, 253)] });
    handleFrom(text.slice(0, 100));
    describeUserAgent(`Version/${text}`.slice(0, 300), 'nl');
    expect(performance.now() - start).toBeLessThan(50);
  }
});
