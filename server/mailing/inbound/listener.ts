// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import { ConfigError } from '../../platform/config/config-error.ts';
import type { Deps } from '../../platform/deps.ts';
import { type Recipient, recipientOf } from './addresses.ts';
import { LARGEST_MAIL, takeIn } from './take-in.ts';

export interface InboundListener {
  port: number;
  /** Takes no more mail; what is under way may finish. */
  stop(): Promise<void>;
}

const MOST_CONNECTIONS = 50;
/** A mail has one address of ours to answer to. */
const MOST_RECIPIENTS = 5;
const STOP_MS = 5_000;
const IDLE_MS = 60_000;
/** One host may pass on the mail of a whole municipality. */
const perAddress = { connections: 300, mails: 600, refusals: 60 };

class Refused extends Error {
  readonly responseCode: number;
  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

const busy = () => new Refused(421, '4.7.0 Too often; try again in a minute');
const later = () => new Refused(451, '4.3.0 Cannot be kept now; try again later');
const unknown = () => new Refused(550, '5.1.1 No such address here');
const tooLarge = () => new Refused(552, '5.3.4 Larger than 10 MB');

/** Listens for answers by mail where INBOUND_MAIL_PORT says so; null where it does not. @throws {ConfigError} */
export async function startInboundListener(deps: Deps): Promise<InboundListener | null> {
  const settings = deps.config.inboundMail;
  if (settings?.listener == null) return null;
  const { port, host } = settings.listener;
  const server = createServer(optionsFor(deps, settings.domain, settings.listener.tls));
  server.on('error', (error: Error) => deps.log.debug({ err: error }, 'inbound mail'));
  const listening = server.listen(port, host);
  try {
    await once(listening, 'listening');
  } catch (error) {
    throw refusalToListen(error, port, host);
  }
  return {
    // It listens on TCP, so there is a port.
    port: (listening.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function createServer(options: SMTPServerOptions): SMTPServer {
  try {
    return new SMTPServer(options);
  } catch {
    throw new ConfigError('INBOUND_MAIL_CERT and INBOUND_MAIL_KEY are no certificate and its key, both in PEM.');
  }
}

function optionsFor(deps: Deps, domain: string, tls: { certFile: string; keyFile: string } | null): SMTPServerOptions {
  const counting = { connections: counterOf(perAddress.connections), mails: counterOf(perAddress.mails), refusals: counterOf(perAddress.refusals) };
  const recipients = new WeakMap<object, Map<string, Recipient>>();
  return {
    name: domain,
    banner: 'Plein',
    authOptional: true,
    disabledCommands: tls === null ? ['AUTH', 'STARTTLS'] : ['AUTH'],
    ...(tls === null ? {} : { cert: fileOf('INBOUND_MAIL_CERT', tls.certFile), key: fileOf('INBOUND_MAIL_KEY', tls.keyFile), minVersion: 'TLSv1.2' }),
    size: LARGEST_MAIL,
    maxClients: MOST_CONNECTIONS,
    // Nobody signs in here, so everything is unauthenticated.
    maxAllowedUnauthenticatedCommands: 100,
    disableReverseLookup: true,
    socketTimeout: IDLE_MS,
    closeTimeout: STOP_MS,
    logger: false,
    onConnect: ({ remoteAddress }, done) => answer(done, () => counting.connections(remoteAddress)),
    onMailFrom: (_address, session, done) =>
      answer(done, async () => {
        recipients.set(envelopeOf(session), new Map());
        await counting.mails(session.remoteAddress);
      }),
    onRcptTo: ({ address }, session, done) =>
      answer(done, async () => {
        const chosen = recipients.get(envelopeOf(session)) ?? new Map<string, Recipient>();
        if (chosen.size >= MOST_RECIPIENTS) throw new Refused(452, '4.5.3 Too many recipients');
        const recipient = await deps.database.asSystem((trx) => recipientOf(trx, deps, address));
        if (recipient === null) {
          // Whoever tries addresses is soon asked to wait.
          await counting.refusals(session.remoteAddress);
          throw unknown();
        }
        chosen.set(address.toLowerCase(), recipient);
        recipients.set(envelopeOf(session), chosen);
      }),
    onData: (stream, session, done) =>
      answer(done, async () => {
        const content = await contentOf(stream);
        const { mailFrom } = session.envelope;
        const chosen = [...(recipients.get(envelopeOf(session))?.values() ?? [])];
        if (chosen.length === 0) throw unknown();
        await takeIn(deps, chosen, mailFrom === false ? '' : mailFrom.address, content);
      }),
  };

  function answer(done: (error?: Error | null) => void, work: () => Promise<void>): void {
    work().then(
      () => done(),
      (error: unknown) => {
        if (!(error instanceof Refused)) deps.log.warn({ err: error }, 'inbound mail');
        done(error instanceof Refused ? error : later());
      },
    );
  }
}

/** The server makes a new envelope for every mail. */
const envelopeOf = (session: SMTPServerSession): object => session.envelope;

function counterOf(points: number): (address: string) => Promise<void> {
  const limiter = new RateLimiterMemory({ points, duration: 60 });
  return async (address) => {
    await limiter.consume(address).catch(() => {
      throw busy();
    });
  };
}

/** All of it, or the refusal of what is too large: of that no more is kept in memory than the bound. */
async function contentOf(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LARGEST_MAIL) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (stream.sizeExceeded || size > LARGEST_MAIL) throw tooLarge();
  return Buffer.concat(chunks);
}

function fileOf(setting: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new ConfigError(`${setting} is "${path}", but that file cannot be read.`);
  }
}

function refusalToListen(error: unknown, port: number, host: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return new ConfigError(`INBOUND_MAIL_PORT ${port} is in use by another program: choose another.`);
  if (code === 'EACCES') return new ConfigError(`INBOUND_MAIL_PORT ${port} may not be used by this user: choose one above 1023, and let the firewall lead port 25 to it.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new ConfigError(`INBOUND_MAIL_HOST "${host}" is no address of this machine.`);
  return error;
}
