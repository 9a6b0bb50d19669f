// SPDX-License-Identifier: EUPL-1.2
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Deps } from '../../server/platform/deps.ts';
import { answerFirst } from '../../server/platform/http/answer-first.ts';
import type { App } from '../../server/platform/http/app.ts';
import { compareMembers } from '../places/sync.ts';
import { isObject, readJson } from '../wire/bounded-json.ts';
import { isBlocked } from '../wire/blocks.ts';
import { isActivityJson } from '../wire/fetch.ts';
import { proofHolds } from '../wire/proof.ts';
import { verifySignature } from '../wire/verify.ts';
import { type Activity, readActivity } from './activity.ts';
import { createDoor } from './door.ts';
import { giveWay } from './give-way.ts';
import { createKeeping } from './keep.ts';
import { createFirstRefusal } from './refuse-first.ts';
import { answerRefusal, asInboxRefusal, InboxRefused } from './refusal.ts';

const BODY_LIMIT = 512 * 1024;

const Taken = Type.Object({ taken: Type.Literal(true) });

/** The inboxes: one for the whole instance, and one for each of its people and places, which do the same. */
export function inboxRoutes(app: App, deps: Deps): void {
  const door = createDoor(deps);
  const keep = createKeeping(deps);
  answerFirst(app.server, createFirstRefusal(door));

  async function take(request: FastifyRequest): Promise<void> {
    door.begin(request);
    const body = request.body;
    if (!Buffer.isBuffer(body) || body.length === 0) throw new InboxRefused('not-json');
    await giveWay(deps);
    const signer = await signerOf(request, body);
    door.count(request, signer.host);
    const raw = body.toString('utf8');
    const activity = envelopeOf(raw);
    if (activity.actorUri !== signer.actorUri) await requireProof(activity);
    if ((await keep({ activity, raw })) === 'other') throw new InboxRefused('replayed');
    await compareMembers(deps, request.headers['collection-synchronization']?.toString(), signer.actorUri);
  }

  /** Who does not prove who they are is counted by address, and soon not read any more. */
  async function signerOf(request: FastifyRequest, body: Buffer): Promise<{ actorUri: string; host: string }> {
    const url = new URL(request.url, deps.config.publicUrl).href;
    const verified = await verifySignature(deps, { method: request.method, url, headers: request.headers, body });
    if (verified.ok) return verified;
    await deps.limits.noteFailure(request);
    throw new InboxRefused(verified.reason);
  }

  /** Passed on by another than who says it: believed with their own proof only (FEP-8b32). */
  async function requireProof({ json, actorUri, host }: Activity): Promise<void> {
    if (!isObject(json['proof'])) throw new InboxRefused('actor-not-signer');
    if (await isBlocked(deps, host)) throw new InboxRefused('blocked');
    if ((await proofHolds(deps, json))?.actorUri !== actorUri) throw new InboxRefused('proof-false');
  }

  // In a surrounding of its own: only here a body may be an activity, and nothing else.
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(['application/activity+json', 'application/ld+json'], { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) => done(null, body));
    scope.setErrorHandler((error, request, reply) => {
      const refused = asInboxRefusal(error);
      // Everything else is answered as anywhere.
      if (!(refused instanceof InboxRefused)) throw error;
      answerRefusal(request, reply, refused);
    });
    scope.addHook('onRequest', async (request) => {
      if (!isActivityJson(request.headers['content-type'] ?? '')) throw new InboxRefused('wrong-content-type');
      await door.enter(request);
    });
    scope.addHook('onResponse', async (request) => door.leave(request));
    scope.addHook('onRequestAbort', async (request) => door.leave(request));
    for (const url of ['/ap/inbox', '/ap/actors/:id/inbox'] as const) {
      scope.withTypeProvider<TypeBoxTypeProvider>().post(
        url,
        {
          bodyLimit: BODY_LIMIT,
          // For instances, which docs/federation.md tells of; who speaks is in the signature, and counted at the door.
          config: { access: 'public', anonymous: true, idempotent: false },
          schema: { hide: true, response: { 202: Taken } },
        },
        async (request, reply) => {
          await take(request);
          return reply.code(202).send({ taken: true });
        },
      );
    }
  });
}

/** @throws {InboxRefused} */
function envelopeOf(raw: string): Activity {
  const found = readJson(raw);
  if (!found.ok) throw new InboxRefused(found.reason);
  const read = readActivity(found.json);
  if (!read.ok) throw new InboxRefused(read.reason);
  return read.activity;
}

