// SPDX-License-Identifier: EUPL-1.2
import { resolve } from 'node:path';
import { type Dkim, readDkim } from './dkim.ts';
import { ConfigError } from './config-error.ts';
import { readFederationKey } from './federation-key.ts';
import { type InboundMail, inboundMailSettings, readInboundMail } from './inbound-mail.ts';

export { ConfigError };

export type Role = 'all' | 'web' | 'worker';

export interface Config {
  port: number;
  host: string;
  /** Absolute path. */
  dataDir: string;
  /** Scheme, host and port, without a trailing slash. */
  publicUrl: string;
  databaseUrl: string;
  /** Connections each process may hold. */
  databasePoolSize: number;
  redisUrl: string | null;
  smtpUrl: string | null;
  mailFrom: string;
  /** Null: people cannot answer by mail. */
  inboundMail: InboundMail | null;
  /** With what mail is signed; null leaves that to the mail server. */
  dkim: Dkim | null;
  role: Role;
  firstAdministrator: { email: string; password: string } | null;
  demo: boolean;
  logLevel: string;
  /** A thousand times the usual limits, for load tests. */
  relaxedLimits: boolean;
  /** Prometheus answers here; null switches it off. */
  metrics: { port: number; host: string } | null;
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  trustProxy: string[] | false;
  /** How long a process that is told to stop goes on answering, for balancers to notice. */
  drainSeconds: number;
  /** Addresses that people give may lead to this machine itself; for tests. */
  allowPrivate: boolean;
  /** Seals the keys of actors, 32 bytes; null: it is in a file under `dataDir`. */
  federationKey: Buffer | null;
  production: boolean;
}

type Environment = Record<string, string | undefined>;

const known = new Set<string>([
  'PORT', 'HOST', 'DATA_DIR', 'PUBLIC_URL', 'DATABASE_URL', 'DATABASE_POOL_SIZE', 'REDIS_URL',
  'SMTP_URL', 'MAIL_FROM', 'DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_PRIVATE_KEY', 'ROLE', 'ADMIN_EMAIL', 'ADMIN_PASSWORD', 'DEMO', 'LOG_LEVEL',
  'METRICS_PORT', 'METRICS_HOST', 'RATE_LIMITS', 'TRUST_PROXY', 'DRAIN_SECONDS', 'NODE_ENV', 'FEDERATION_ALLOW_PRIVATE', 'FEDERATION_KEY',
  ...inboundMailSettings,
]);
const reserved = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'];

/** Reads the environment. Throws {@link ConfigError} on the first value that cannot be used. */
export function readConfig(env: Environment): Config {
  refuseUnknown(env);
  const port = integer(env, 'PORT', 3000, 0, 65535);
  const host = text(env, 'HOST') ?? '127.0.0.1';
  const databaseUrl = text(env, 'DATABASE_URL');
  if (databaseUrl === null) throw new ConfigError('DATABASE_URL is missing: give the address of a PostgreSQL database, or start with "npm start", which brings its own.');
  const metricsPort = text(env, 'METRICS_PORT') === null ? null : integer(env, 'METRICS_PORT', 0, 0, 65535);
  const trustProxy = text(env, 'TRUST_PROXY');
  return {
    port,
    host,
    dataDir: resolve(text(env, 'DATA_DIR') ?? './data'),
    publicUrl: publicUrl(env, port),
    databaseUrl: address(databaseUrl, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    databasePoolSize: integer(env, 'DATABASE_POOL_SIZE', 10, 2, 200),
    redisUrl: optionalAddress(env, 'REDIS_URL', ['redis:', 'rediss:', 'redis+unix:']),
    smtpUrl: optionalAddress(env, 'SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: mailFrom(env),
    inboundMail: readInboundMail((name) => text(env, name)),
    dkim: readDkim(text(env, 'DKIM_DOMAIN'), text(env, 'DKIM_SELECTOR'), text(env, 'DKIM_PRIVATE_KEY')),
    role: oneOf(env, 'ROLE', ['all', 'web', 'worker'], 'all'),
    firstAdministrator: firstAdministrator(env),
    demo: oneOf(env, 'DEMO', ['0', '1'], '0') === '1',
    logLevel: oneOf(env, 'LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'warn'),
    relaxedLimits: oneOf(env, 'RATE_LIMITS', ['normal', 'relaxed'], 'normal') === 'relaxed',
    metrics: metricsPort === null ? null : { port: metricsPort, host: text(env, 'METRICS_HOST') ?? '127.0.0.1' },
    trustProxy: trustProxy === null ? false : trustProxy.split(',').map((part) => part.trim()),
    drainSeconds: integer(env, 'DRAIN_SECONDS', 0, 0, 300),
    allowPrivate: oneOf(env, 'FEDERATION_ALLOW_PRIVATE', ['0', '1'], '0') === '1',
    federationKey: readFederationKey(text(env, 'FEDERATION_KEY')),
    production: env['NODE_ENV'] === 'production',
  };
}

/** An empty value counts as not set, as compose files and shells leave them behind. */
function text(env: Environment, name: string): string | null {
  const value = env[name]?.trim();
  return value === undefined || value === '' ? null : value;
}

function integer(env: Environment, name: string, fallback: number, least: number, most: number): number {
  const value = text(env, name);
  if (value === null) return fallback;
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < least || number > most) throw new ConfigError(`${name} is "${value}", but must be a whole number from ${least} to ${most}.`);
  return number;
}

function oneOf<T extends string>(env: Environment, name: string, choices: readonly T[], fallback: T): T {
  const value = text(env, name);
  if (value === null) return fallback;
  const choice = choices.find((each) => each === value);
  if (choice === undefined) throw new ConfigError(`${name} is "${value}", but must be one of ${choices.join(', ')}.`);
  return choice;
}

/** Never repeats the value: addresses of databases and mail servers hold passwords. */
function address(value: string, name: string, protocols: string[]): string {
  const url = URL.parse(value);
  if (url === null || !protocols.includes(url.protocol)) throw new ConfigError(`${name} is no usable address: it must start with ${protocols.map((each) => `${each}//`).join(' or ')}.`);
  return value;
}

function optionalAddress(env: Environment, name: string, protocols: string[]): string | null {
  const value = text(env, name);
  return value === null ? null : address(value, name, protocols);
}

function publicUrl(env: Environment, port: number): string {
  const value = text(env, 'PUBLIC_URL');
  if (value === null) return `http://localhost:${port}`;
  const url = URL.parse(value);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) throw new ConfigError(`PUBLIC_URL is "${value}", but must be a web address such as https://plein.example.`);
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') throw new ConfigError(`PUBLIC_URL is "${value}", but must be an address without a path, query or name, such as https://plein.example.`);
  return url.origin;
}

/** Of `Plein <plein@gemeente.example>`, or of the bare address. */
export function bareAddress(mailFrom: string): string {
  return /<([^<>]*)>$/.exec(mailFrom)?.[1] ?? mailFrom;
}

const mailAddress = /^[^\s@<>]+@[^\s@<>]+$/;

function mailFrom(env: Environment): string {
  const value = text(env, 'MAIL_FROM');
  if (value === null) return 'Plein <plein@localhost>';
  if (!mailAddress.test(bareAddress(value))) throw new ConfigError(`MAIL_FROM is "${value}", but must be an e-mail address, with or without a name: Plein <plein@gemeente.example>.`);
  return value;
}

function firstAdministrator(env: Environment): Config['firstAdministrator'] {
  const email = text(env, 'ADMIN_EMAIL');
  const password = env['ADMIN_PASSWORD'] ?? '';
  if (email === null && password === '') return null;
  if (email === null) throw new ConfigError('ADMIN_EMAIL is missing: ADMIN_PASSWORD is set, so say whose password it is.');
  if (!mailAddress.test(email)) throw new ConfigError(`ADMIN_EMAIL is "${email}", but must be an e-mail address.`);
  if (password.length < 12) throw new ConfigError('ADMIN_PASSWORD is missing or too short: it must have at least 12 characters.');
  return { email, password };
}

/** A misspelt setting of ours would silently do nothing; the names of other programs are left alone. */
function refuseUnknown(env: Environment): void {
  for (const name of reserved) {
    if (text(env, name) !== null) throw new ConfigError(`${name} is set, but this version of Plein has no use for it yet: remove it.`);
  }
  for (const name of Object.keys(env)) {
    if (known.has(name) || reserved.includes(name)) continue;
    if (/^(PLEIN|SMTP|MAIL|INBOUND|DKIM|ADMIN|METRICS|FEDERATION|DRAIN)_/.test(name)) throw new ConfigError(`${name} is not a setting of Plein: see docs/operating.md for the names it knows.`);
  }
}
