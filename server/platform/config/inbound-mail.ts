// SPDX-License-Identifier: EUPL-1.2
import { ConfigError } from './config-error.ts';

/** How mail comes in: over SMTP, from a host that relays over HTTP, or both. */
export interface InboundMail {
  /** Of the addresses that answers go to, in lower case. */
  domain: string;
  listener: { port: number; host: string; tls: { certFile: string; keyFile: string } | null } | null;
  /** Null: no webhook. */
  webhookSecret: string | null;
}

export const inboundMailSettings = ['INBOUND_MAIL_DOMAIN', 'INBOUND_MAIL_PORT', 'INBOUND_MAIL_HOST', 'INBOUND_MAIL_CERT', 'INBOUND_MAIL_KEY', 'INBOUND_MAIL_WEBHOOK_SECRET'] as const;
type Setting = (typeof inboundMailSettings)[number];

const hostName = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){0,10}[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const SHORTEST_SECRET = 32;

/** Null when nothing of it is set. @throws {ConfigError} */
export function readInboundMail(text: (name: Setting) => string | null): InboundMail | null {
  const domain = text('INBOUND_MAIL_DOMAIN')?.toLowerCase() ?? null;
  const first = inboundMailSettings.find((name) => text(name) !== null);
  if (first === undefined) return null;
  if (domain === null) throw new ConfigError(`INBOUND_MAIL_DOMAIN is missing: ${first} is set, so say in which domain the addresses are that answers by mail go to.`);
  if (domain.length > 200 || !hostName.test(domain)) throw new ConfigError(`INBOUND_MAIL_DOMAIN is "${domain}", but must be a domain such as antwoord.plein.example.`);
  const port = portOf(text('INBOUND_MAIL_PORT'));
  const secret = text('INBOUND_MAIL_WEBHOOK_SECRET');
  if (port === null && secret === null) throw new ConfigError('INBOUND_MAIL_PORT is missing: INBOUND_MAIL_DOMAIN is set, so say on which port mail comes in, or set INBOUND_MAIL_WEBHOOK_SECRET where a mail host passes it on over HTTP.');
  if (secret !== null && secret.length < SHORTEST_SECRET) throw new ConfigError(`INBOUND_MAIL_WEBHOOK_SECRET is too short: it must have at least ${SHORTEST_SECRET} characters.`);
  const host = text('INBOUND_MAIL_HOST');
  const tls = tlsOf(text('INBOUND_MAIL_CERT'), text('INBOUND_MAIL_KEY'));
  if (port === null && (host !== null || tls !== null)) throw new ConfigError(`INBOUND_MAIL_PORT is missing: ${host === null ? 'INBOUND_MAIL_CERT' : 'INBOUND_MAIL_HOST'} is set, so say on which port mail comes in.`);
  return { domain, listener: port === null ? null : { port, host: host ?? '127.0.0.1', tls }, webhookSecret: secret };
}

function portOf(value: string | null): number | null {
  if (value === null) return null;
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65535) throw new ConfigError(`INBOUND_MAIL_PORT is "${value}", but must be a whole number from 0 to 65535.`);
  return Number(value);
}

function tlsOf(certFile: string | null, keyFile: string | null): { certFile: string; keyFile: string } | null {
  if (certFile === null && keyFile === null) return null;
  if (certFile === null) throw new ConfigError('INBOUND_MAIL_CERT is missing: INBOUND_MAIL_KEY is set, so name the file with its certificate.');
  if (keyFile === null) throw new ConfigError('INBOUND_MAIL_KEY is missing: INBOUND_MAIL_CERT is set, so name the file with its key.');
  return { certFile, keyFile };
}
