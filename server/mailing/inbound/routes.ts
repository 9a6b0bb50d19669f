// SPDX-License-Identifier: EUPL-1.2
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import PostalMime from 'postal-mime';
import { Type } from 'typebox';
import type { Deps } from '../../platform/deps.ts';
import type { App } from '../../platform/http/app.ts';
import { SESSION_COOKIE } from '../../platform/http/names.ts';
import { BadInput, NotFound, SignInNeeded } from '../../platform/http/problem.ts';
import { strict } from '../../platform/http/schemas.ts';
import { refuseForeignOrigin } from '../../platform/http/security.ts';
import { type Recipient, recipientOf } from './addresses.ts';
import { LARGEST_MAIL, takeIn } from './take-in.ts';

const MOST_RECIPIENTS = 5;

const Query = strict({
  recipient: Type.Optional(Type.String({ maxLength: 320, description: 'Of the envelope. Without it the addresses in Delivered-To, X-Original-To, To and Cc count.' })),
  sender: Type.Optional(Type.String({ maxLength: 320, description: 'Of the envelope; empty for a mail that came back. Without it Return-Path counts.' })),
});
const Taken = Type.Object({ taken: Type.Integer({ description: 'How many answers were new.' }) });

/** For mail hosts that pass mail on over HTTP instead of SMTP. */
export function inboundRoutes(app: App, deps: Deps): void {
  // In a surrounding of its own: only here a body may be a mail.
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(['message/rfc822', 'application/octet-stream'], { parseAs: 'buffer', bodyLimit: LARGEST_MAIL }, (_request, body, done) => done(null, body));
    scope.withTypeProvider<TypeBoxTypeProvider>().post(
      '/api/v1/inbound-mails',
      {
        bodyLimit: LARGEST_MAIL,
        // Its secret is no access token of a person, so nobody is looked up; it is counted below.
        config: { access: 'public', anonymous: true, idempotent: false },
        // For mail hosts, which docs/operating.md tells of; no program of a person can use it.
        schema: { hide: true, querystring: Query, response: { 202: Taken } },
        // Before the body is read: who has no secret sends 10 MB for nothing.
        onRequest: async (request) => {
          refuseForeignOrigin(request, deps.config.publicUrl, request.cookies[SESSION_COOKIE] !== undefined && request.headers.authorization === undefined);
          if (deps.config.inboundMail?.webhookSecret == null) throw new NotFound();
          await deps.limits.refuseFailing(request);
          if (request.headers.authorization === undefined && request.headers['x-signature'] === undefined) throw await refused(deps, request);
          if (request.headers.authorization !== undefined && !hasSecret(request, deps.config.inboundMail.webhookSecret)) throw await refused(deps, request);
        },
      },
      async (request, reply) => {
        const secret = deps.config.inboundMail?.webhookSecret;
        if (secret == null) throw new NotFound();
        const content = request.body;
        if (!Buffer.isBuffer(content) || content.length === 0) throw new BadInput('', { nl: 'Stuur een mail (message/rfc822).', en: 'Send a mail (message/rfc822).' });
        if (request.headers.authorization === undefined && !isSigned(request, content, secret)) throw await refused(deps, request);
        const head = await headOf(content);
        const recipients = await recipientsOf(deps, request.query.recipient === undefined ? head.to : [request.query.recipient]);
        if (recipients.length === 0) throw new BadInput('recipient', { nl: 'Dit adres is hier niet bekend.', en: 'There is no such address here.' });
        const taken = await takeIn(deps, recipients, request.query.sender ?? head.returnPath, content);
        return reply.code(202).send({ taken });
      },
    );
  });
}

async function refused({ limits }: Deps, request: FastifyRequest): Promise<SignInNeeded> {
  await limits.noteFailure(request);
  return new SignInNeeded();
}

function hasSecret({ headers }: FastifyRequest, secret: string): boolean {
  const given = /^Bearer +(\S{1,500})$/i.exec(headers.authorization ?? '')?.[1];
  return given !== undefined && isSame(given, secret);
}

/** `sha256=` and the HMAC of the body in hexadecimal digits. */
function isSigned({ headers }: FastifyRequest, content: Buffer, secret: string): boolean {
  const given = headers['x-signature'];
  return typeof given === 'string' && isSame(given.toLowerCase(), `sha256=${createHmac('sha256', secret).update(content).digest('hex')}`);
}

/** In a time that tells neither where they differ nor how long the right one is. */
function isSame(given: string, right: string): boolean {
  const [a, b] = [given, right].map((each) => createHash('sha256').update(each).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

async function headOf(content: Buffer): Promise<{ to: string[]; returnPath: string }> {
  const end = content.indexOf('\r\n\r\n');
  const head = await PostalMime.parse(content.subarray(0, Math.min(end === -1 ? content.length : end + 4, 128 * 1024)), { maxHeadersSize: 256 * 1024 }).catch(() => null);
  const said = (head?.headers ?? []).filter(({ key }) => key === 'delivered-to' || key === 'x-original-to').map(({ value }) => value.replace(/[<>\s]/g, ''));
  const named = [...(head?.to ?? []), ...(head?.cc ?? [])].flatMap(({ address }) => (address === undefined ? [] : [address]));
  const returnPath = head?.headers.find(({ key }) => key === 'return-path')?.value.replace(/[<>\s]/g, '');
  return { to: [...said, ...named], returnPath: returnPath ?? head?.from?.address ?? '' };
}

async function recipientsOf(deps: Deps, addresses: readonly string[]): Promise<Recipient[]> {
  const domain = deps.config.inboundMail?.domain ?? '';
  const ours = [...new Set(addresses.map((each) => each.trim().toLowerCase()))].filter((each) => each.endsWith(`@${domain}`)).slice(0, MOST_RECIPIENTS);
  const found = await deps.database.asSystem(async (trx) => {
    const all: (Recipient | null)[] = [];
    for (const address of ours) all.push(await recipientOf(trx, deps, address));
    return all;
  });
  return found.filter((each) => each !== null);
}
