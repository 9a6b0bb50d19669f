// SPDX-License-Identifier: EUPL-1.2
import { expect } from 'vitest';
import { startPlein } from './app.ts';
import { contents } from './leak-contents.ts';
import { buildLeakFixture } from './leak-fixture.ts';
import { walk, walkReport } from './leak-walk.ts';

/** Routes that a walk need not be answered 2xx on, each with its reason. */
const mayFail: Record<string, string> = {
  'GET /*': 'the address of nothing',
  'GET /api/v1/live': 'speaks WebSocket',
  'GET /apple-touch-icon.png': 'leads to the picture of the instance',
  'GET /readyz': 'no queue runs in this process',
  'POST /api/v1/accounts/confirmations': 'a link works once',
  'POST /api/v1/first-administrator': 'there is one already',
  'POST /api/v1/password-resets/confirmations': 'a link works once',
  'POST /api/v1/operations/queues/:name/failed/:jobId/retries': 'no job failed',
  'POST /api/v1/merges': 'the name of the place that goes must be given with it',
  'POST /api/v1/merges/:id/agreements': 'the name of the place that goes must be given with it',
  'POST /api/v1/merges/:id/undoings': 'nothing went up',
  'POST /api/v1/reports/:id/readings': 'nothing waited for a week',
  'POST /unsubscribe': 'takes a link that was signed',
  'POST /api/v1/unsubscriptions': 'takes a link that was signed',
  'POST /api/v1/unsubscriptions/lookups': 'takes a link that was signed',
  'POST /api/v1/unsubscriptions/undoings': 'takes a link that was signed',
  'POST /api/v1/mail-actions': 'takes a link that was signed',
  'POST /api/v1/mail-actions/lookups': 'takes a link that was signed',
  'POST /api/v1/inbound-mails': 'no mail is taken in here',
  'POST /api/v1/push/subscriptions': 'takes the keys of a browser',
  'POST /api/v1/push/subscriptions/:id/tests': 'nobody who walks has a device',
  'DELETE /api/v1/push/subscriptions/:id': 'nobody who walks has a device',
  'DELETE /api/v1/today/read/:id': 'takes back what one pressed a moment ago',
  'GET /.well-known/webfinger': 'takes a name with its host',
  'GET /actor': 'leads to the actor of the instance',
  'GET /ap/activities/:id': 'nothing was said to others',
  'GET /ap/actors/:id': 'by an id of its own kind, which few of those that are swapped are',
  'GET /ap/actors/:id/followers': 'by an id of its own kind, which few of those that are swapped are',
  'GET /ap/actors/:id/members': 'for another instance that signs',
  'GET /ap/actors/:id/outbox': 'by an id of its own kind, which few of those that are swapped are',
  'GET /ap/actors/:id/token': 'for another instance that signs',
  'GET /api/v1/actors/:id/home': 'needs somebody of another instance',
  'GET /api/v1/posts/:id/thread-state': 'needs a thread that is kept elsewhere',
  'POST /api/v1/posts/:id/fetch-replies': 'needs a thread that is kept elsewhere',
  'POST /api/v1/remote-places/lookup': 'needs another instance',
  'POST /api/v1/remote-places/requests': 'needs another instance',
  'GET /api/v1/instances/:host': 'takes a host, which no id is',
  'DELETE /api/v1/instances/:host': 'takes a host, which no id is',
  'POST /api/v1/instances/:host/tries': 'takes a host, which no id is',
  'POST /ap/inbox': 'takes what is signed',
  'POST /ap/actors/:id/inbox': 'takes what is signed',
  'PUT /api/v1/me/photo': 'takes a picture',
  'PUT /api/v1/me/password': 'nobody who walks has a password',
};

/** Set LEAK_WALK_SEED to repeat a run. */
export function seedOr(otherwise: number): number {
  const given = process.env['LEAK_WALK_SEED'];
  return given === undefined || given === '' ? otherwise : Number(given);
}

export async function walkScenario(requests: number, seed: number): Promise<void> {
  const plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
  try {
    console.log(`random walk starts with seed ${seed}; repeat it with LEAK_WALK_SEED=${seed}`);
    const f = await buildLeakFixture(plein);
    const before = await contents(plein, f);
    const result = await walk(plein, f, { requests, seed });
    console.log(walkReport(seed, result, f));
    expect(result.leaks).toEqual([]);
    expect(result.faults).toEqual([]);
    expect(await contents(plein, f)).toEqual(before);
    // A walk that is only refused would find nothing.
    console.log(`rarest 2xx: ${result.succeeded.filter(([route]) => !(route in mayFail)).slice(0, 12).map((each) => each.join(' ')).join('; ')}`);
    expect(result.succeeded.filter(([route, times]) => times === 0 && !(route in mayFail))).toEqual([]);
    expect(result.byStatus['2xx'] ?? 0).toBeGreaterThan(requests / 4);
  } finally {
    await plein.close();
  }
}
