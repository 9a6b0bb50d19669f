// SPDX-License-Identifier: EUPL-1.2
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const pemOf = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }) as string;
const rsaKey = pemOf(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
const DATABASE_URL = 'postgres://plein@localhost/plein';
const refusal = (env: Record<string, string>): string => {
  try {
    readConfig({ DATABASE_URL, ...env });
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'accepted';
};

test.each([
  [{ PORT: 'http' }, 'PORT'],
  [{ PORT: '70000' }, 'PORT'],
  [{ PORT: '-1' }, 'PORT'],
  [{ PUBLIC_URL: 'plein.example' }, 'PUBLIC_URL'],
  [{ PUBLIC_URL: 'https://plein.example/map' }, 'PUBLIC_URL'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
  [{ DATABASE_URL: '' }, 'DATABASE_URL'],
  [{ REDIS_URL: 'localhost:6379' }, 'REDIS_URL'],
  [{ SMTP_URL: 'mail.example' }, 'SMTP_URL'],
  [{ MAIL_FROM: 'Plein' }, 'MAIL_FROM'],
  [{ DKIM_DOMAIN: 'zuiderdam.example', DKIM_SELECTOR: 'plein' }, 'DKIM_PRIVATE_KEY'],
  [{ DKIM_DOMAIN: 'zuiderdam.example', DKIM_PRIVATE_KEY: rsaKey }, 'DKIM_SELECTOR'],
  [{ DKIM_SELECTOR: 'plein', DKIM_PRIVATE_KEY: rsaKey }, 'DKIM_DOMAIN'],
  [{ DKIM_DOMAIN: 'zuiderdam', DKIM_SELECTOR: 'plein', DKIM_PRIVATE_KEY: rsaKey }, 'DKIM_DOMAIN'],
  [{ DKIM_DOMAIN: 'zuiderdam.example', DKIM_SELECTOR: 'p;b=', DKIM_PRIVATE_KEY: rsaKey }, 'DKIM_SELECTOR'],
  [{ DKIM_DOMAIN: 'zuiderdam.example', DKIM_SELECTOR: 'plein', DKIM_PRIVATE_KEY: '/nergens/sleutel.pem' }, 'DKIM_PRIVATE_KEY'],
  [{ DKIM_DOMAIN: 'zuiderdam.example', DKIM_SELECTOR: 'plein', DKIM_PRIVATE_KEY: '-----BEGIN PRIVATE KEY-----x' }, 'DKIM_PRIVATE_KEY'],
  [{ DKIM_DOMAIN: 'zuiderdam.example', DKIM_SELECTOR: 'plein', DKIM_PRIVATE_KEY: pemOf(generateKeyPairSync('ed25519').privateKey) }, 'DKIM_PRIVATE_KEY'],
  [{ DKIM_KEY: 'x' }, 'DKIM_KEY'],
  [{ INBOUND_MAIL_PORT: '2525' }, 'INBOUND_MAIL_DOMAIN'],
  [{ INBOUND_MAIL_DOMAIN: 'antwoord.plein.example' }, 'INBOUND_MAIL_PORT'],
  [{ INBOUND_MAIL_DOMAIN: 'antwoord plein', INBOUND_MAIL_PORT: '2525' }, 'INBOUND_MAIL_DOMAIN'],
  [{ INBOUND_MAIL_DOMAIN: 'plein.example', INBOUND_MAIL_PORT: '99999' }, 'INBOUND_MAIL_PORT'],
  [{ INBOUND_MAIL_DOMAIN: 'plein.example', INBOUND_MAIL_PORT: '2525', INBOUND_MAIL_CERT: '/x' }, 'INBOUND_MAIL_KEY'],
  [{ INBOUND_MAIL_DOMAIN: 'plein.example', INBOUND_MAIL_WEBHOOK_SECRET: 'kort' }, 'INBOUND_MAIL_WEBHOOK_SECRET'],
  [{ INBOUND_MAIL_DOMEIN: 'plein.example' }, 'INBOUND_MAIL_DOMEIN'],
  [{ ROLE: 'both' }, 'ROLE'],
  [{ DEMO: 'yes' }, 'DEMO'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  [{ ADMIN_EMAIL: 'bas@zuiderdam.example' }, 'ADMIN_PASSWORD'],
  [{ ADMIN_EMAIL: 'bas@zuiderdam.example', ADMIN_PASSWORD: 'kort' }, 'ADMIN_PASSWORD'],
  [{ ADMIN_PASSWORD: 'lang genoeg om te gelden' }, 'ADMIN_EMAIL'],
  [{ METRICS_PORT: 'x' }, 'METRICS_PORT'],
  [{ DRAIN_SECONDS: '1.5' }, 'DRAIN_SECONDS'],
  [{ DRAIN_SECONDS: '301' }, 'DRAIN_SECONDS'],
  [{ DRAIN_TIME: '5' }, 'DRAIN_TIME'],
  [{ SMTP_ULR: 'smtp://x' }, 'SMTP_ULR'],
  [{ S3_BUCKET: 'plein' }, 'S3_BUCKET'],
  [{ FEDERATION_ALLOW_PRIVATE: 'yes' }, 'FEDERATION_ALLOW_PRIVATE'],
  [{ FEDERATION_KEY: 'kort' }, 'FEDERATION_KEY'],
  [{ FEDERATION_KEY: `${'A'.repeat(43)}` }, 'FEDERATION_KEY'],
  [{ FEDERATION_KEY: Buffer.alloc(33).toString('base64') }, 'FEDERATION_KEY'],
])('%o is refused in one sentence that names the variable', (env, name) => {
  const message = refusal(env);
  expect(message).toContain(name);
  expect(message.split('\n')).toHaveLength(1);
});

test('the refusal of an address that may hold a password does not repeat it', () => {
  expect(refusal({ REDIS_URL: 'http://geheim@redis' })).not.toContain('geheim');
});

test('what is not set, or set to nothing, has a sensible value', () => {
  expect(readConfig({ DATABASE_URL, PORT: '', REDIS_URL: '' })).toMatchObject({ port: 3000, host: '127.0.0.1', publicUrl: 'http://localhost:3000', redisUrl: null, role: 'all', demo: false, metrics: null, drainSeconds: 0 });
});

test('a key for signing mail may have its lines joined, as in files of settings, and is never repeated', () => {
  const settings = { DATABASE_URL, DKIM_DOMAIN: 'zuiderdam.example', DKIM_SELECTOR: 'plein' };
  expect(readConfig({ ...settings, DKIM_PRIVATE_KEY: rsaKey.trim().replaceAll('\n', '\\n') }).dkim).toEqual({ domain: 'zuiderdam.example', selector: 'plein', privateKey: rsaKey.trim() });
  expect(refusal({ ...settings, DKIM_PRIVATE_KEY: `-----BEGIN PRIVATE KEY-----geheim` })).not.toContain('geheim');
});

test('names of other programs are left alone', () => {
  expect(refusal({ PATH: '/bin', PGHOST: 'x', npm_config_loglevel: 'x' })).toBe('accepted');
});
