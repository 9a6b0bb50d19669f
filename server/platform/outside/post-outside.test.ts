// SPDX-License-Identifier: EUPL-1.2
import type { LookupAddress } from 'node:dns';
import { createServer } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { AddressRefused, isOutsideAddress, postOutside } from './post-outside.ts';
import { isPublicAddress } from './public-address.ts';

/** What the names of the outside world lead to, in the hands of the test. */
const names = vi.hoisted(() => ({ answers: [] as LookupAddress[][] }));
vi.mock('node:dns', async (original) => ({
  ...(await original<typeof import('node:dns')>()),
  lookup: (_name: string, _options: object, done: (error: null, found: LookupAddress[]) => void) => done(null, names.answers.shift() ?? []),
}));
afterEach(() => {
  names.answers = [];
});

const send = (address: string) => postOutside(address, { headers: {}, body: Buffer.from('x'), allowLoopback: false, patienceMs: 2_000 });

test.each([
  '0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.255.0.9', '169.254.169.254', '172.31.255.255', '192.0.0.8', '192.168.1.1', '198.18.0.1', '224.0.0.1', '255.255.255.255',
  '::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::1', '100::1', '2001::1', '2001:db8::1', '2002:7f00:1::', 'fc00::1', 'fd12::1', 'fe80::1', 'fec0::1', 'ff02::1', 'plein.example', '',
])('%s is not a public address', (address) => {
  expect(isPublicAddress(address, false)).toBe(false);
});

test.each(['8.8.8.8', '93.184.216.34', '172.32.0.1', '2606:4700::1111', '2a00:1450:4013::5f'])('%s is a public address', (address) => {
  expect(isPublicAddress(address, false)).toBe(true);
});

test.each([
  'http://push.example/x', 'ftp://push.example/x', 'https://user:secret@push.example/x', 'https://push.example:8443/x', 'https://localhost/x', 'https://intern/x', 'https://db.internal/x', 'https://plein.local/x', 'https://x.localhost/x',
  'https://127.0.0.1/x', 'https://2130706433/x', 'https://0177.0.0.1/x', 'https://0x7f.1/x', 'https://127.1/x', 'https://[::1]/x', 'https://[::ffff:127.0.0.1]/x', 'https://169.254.169.254/latest', 'https://10.0.0.1/x', 'geen adres', '',
])('%s is refused before any name is looked up', (address) => {
  expect(isOutsideAddress(address, false)).toBe(false);
});

test('a name that leads inside is not called, also when only one of its addresses does', async () => {
  const reached: string[] = [];
  const server = createServer((socket) => (reached.push('called'), socket.destroy()));
  await new Promise<void>((resolve) => server.listen(443, '127.0.0.1', resolve).on('error', () => resolve()));
  for (const answer of [[{ address: '127.0.0.1', family: 4 }], [{ address: '::1', family: 6 }], [{ address: '93.184.216.34', family: 4 }, { address: '10.0.0.7', family: 4 }], [{ address: '::ffff:127.0.0.1', family: 6 }]]) {
    names.answers = [answer];
    await expect(send('https://push.example/x')).rejects.toThrow(AddressRefused);
  }
  expect(reached).toEqual([]);
  server.close();
});

test('a name is looked up once, so that a second answer cannot lead elsewhere', async () => {
  names.answers = [[{ address: '127.0.0.1', family: 4 }], [{ address: '93.184.216.34', family: 4 }]];
  await expect(send('https://push.example/x')).rejects.toThrow(AddressRefused);
  expect(names.answers).toHaveLength(1);
});
