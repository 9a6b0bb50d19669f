// SPDX-License-Identifier: EUPL-1.2
import type { FastifyRequest } from 'fastify';
import type { Deps } from '../server/platform/deps.ts';
import { NotFound, Problem } from '../server/platform/http/problem.ts';
import { type Asker, mayFetch, type Thing } from './access.ts';
import { hostOf } from './addresses.ts';
import { issuerOfToken } from './places/actor-token.ts';
import { replicaByUri } from './places/place-rows.ts';
import { isBlocked } from './wire/blocks.ts';
import { FetchRefused } from './wire/fetch-refused.ts';
import type { Reason } from './wire/reasons.ts';
import { signatureOf } from './wire/signature-parts.ts';
import { verifySignature } from './wire/verify.ts';

type AskDeps = Pick<Deps, 'config' | 'database' | 'clock' | 'log'>;

const EMPTY = Buffer.alloc(0);

const asSigned = ({ method, headers }: FastifyRequest, url: string) => ({ method, url, headers, body: EMPTY });

/** Signed so that it does not hold now: said of whatever is asked for, there or not, so that nobody takes it for an answer about that. */
class Unproven extends Problem {
  constructor(reason: Reason) {
    super(401, 'signature-refused', { nl: `De ondertekening van dit verzoek klopt niet (${reason}).`, en: `The signature of this request does not hold (${reason}).` });
  }
}

/** Of these nobody proves themselves by trying again. */
const final = new Set<Reason>(['blocked', 'actor-gone', 'address-refused', 'ours']);

/** Who asks, as far as they prove it; null for who does not. With what the home of a place elsewhere vouches for. */
export async function askerOf(deps: AskDeps, request: FastifyRequest): Promise<Asker | null> {
  return provenAsker(deps, request).catch((error: unknown) => {
    if (error instanceof Unproven) return null;
    throw error;
  });
}

/** As {@link askerOf}. @throws {Problem} 401 where a signature does not hold: who asks for their members is not to think that there are none */
export async function provenAsker(deps: AskDeps, request: FastifyRequest): Promise<Asker | null> {
  const { headers } = request;
  if (headers.signature === undefined) return null;
  const verified = await verifySignature(deps, asSigned(request, new URL(request.url, deps.config.publicUrl).href));
  if (!verified.ok) {
    if (final.has(verified.reason)) return null;
    throw new Unproven(verified.reason);
  }
  const { host, actorUri } = verified;
  const place = headers.authorization === undefined ? null : await placeOfToken(deps, headers.authorization, actorUri);
  return { host, actorUri, ...(place === null ? {} : { vouchedFor: [place] }) };
}

async function placeOfToken(deps: AskDeps, header: string, bearer: string): Promise<string | null> {
  try {
    const issuer = await issuerOfToken(deps, header, bearer);
    // Whose place it is, is asked on behalf of nobody who reads.
    return issuer === null ? null : ((await deps.database.asSystem((trx) => replicaByUri(trx, issuer)))?.id ?? null);
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error;
    return null;
  }
}

/**
 * For every GET under /ap: throws the answer of what is absent unless whoever asks may have it. What is for everybody is not kept waiting for
 * a signature; who is blocked and signs gets nothing.
 * @returns who asked, where that had to be known
 * @throws {NotFound}
 */
export async function requireFetch(deps: AskDeps, request: FastifyRequest, thing: Thing): Promise<Asker | null> {
  const { database, config } = deps;
  if (await comesFromBlocked(deps, request)) throw new NotFound();
  // As the system: who may read is what is asked here.
  if (await database.asSystem((trx) => mayFetch(trx, config, null, thing))) return null;
  const asker = await provenAsker(deps, request);
  if (asker === null || !(await database.asSystem((trx) => mayFetch(trx, config, asker, thing)))) throw new NotFound();
  return asker;
}

/** By the name that it gives itself: whoever borrows it gains nothing. */
async function comesFromBlocked(deps: AskDeps, request: FastifyRequest): Promise<boolean> {
  if (request.headers.signature === undefined) return false;
  const found = signatureOf(asSigned(request, new URL(request.url, deps.config.publicUrl).href));
  const host = found.ok ? hostOf(found.parts.keyId) : null;
  return host !== null && isBlocked(deps, host);
}
