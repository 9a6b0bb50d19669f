// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from './chance.ts';
import { type Client, PATIENCE_MS } from './client.ts';
import type { Ledger, Line } from './ledger.ts';
import type { Person } from './people.ts';
import { nextWrite, type Town } from './writes.ts';

/** After this long without an answer a line is given up: it may be there or not. */
const GIVEN_UP_AFTER_MS = 60_000;
/** Of what was acknowledged, so many in a hundred are sent once more. */
const REPEATED = 10;

export interface Writer {
  /** Finishes the line it is at. */
  stop(): Promise<void>;
}

/** Somebody who writes one thing after the other, and asks again with the same key until it is acknowledged. */
export function startWriter(client: Client, ledger: Ledger, town: Town, person: Person, chance: Chance, pauseMs: { least: number; most: number }): Writer {
  const stopping = new AbortController();
  const done = new Set<string>();
  const work = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const line = nextWrite(ledger, town, person, done, chance);
      await settle(client, ledger, line, chance);
      if (line.outcome === 'acknowledged' && chance.happens(REPEATED)) await repeat(client, ledger, line);
      await sleep(chance.between(pauseMs.least, pauseMs.most), undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const working = work();
  return {
    async stop() {
      stopping.abort();
      await working;
    },
  };
}

/** Sends a line until it is acknowledged, refused, or has to be given up. */
export async function settle(client: Client, ledger: Ledger, line: Line, chance: Chance): Promise<void> {
  const end = performance.now() + GIVEN_UP_AFTER_MS;
  for (;;) {
    line.tries++;
    const askedAt = performance.now();
    const outcome = await client.send(line.writer, line.method, line.path, line.body, { 'idempotency-key': line.key });
    const shown = outcome.kind === 'answered' ? String(outcome.status) : outcome.kind === 'broken' ? outcome.reason : 'hung';
    ledger.answers.set(shown, (ledger.answers.get(shown) ?? 0) + 1);
    if (outcome.kind === 'hung') ledger.hung.push(`${line.method} ${line.path}: no answer in ${PATIENCE_MS} ms, try ${line.tries}`);
    if (outcome.kind === 'answered' && outcome.status < 300) {
      ledger.acknowledge(line, madeId(line, outcome.body), askedAt);
      return;
    }
    if (outcome.kind === 'answered' && outcome.status !== 503) {
      line.outcome = 'refused';
      ledger.refusals.push(`${line.method} ${line.path}: ${outcome.status} ${JSON.stringify(outcome.body)}`);
      return;
    }
    if (performance.now() > end) {
      line.outcome = 'unknown';
      return;
    }
    await sleep(chance.between(40, 160));
  }
}

/** A client that missed the answer: the same key again must answer the same, and create nothing. */
async function repeat(client: Client, ledger: Ledger, line: Line): Promise<void> {
  const outcome = await client.send(line.writer, line.method, line.path, line.body, { 'idempotency-key': line.key });
  if (outcome.kind === 'hung') ledger.hung.push(`${line.method} ${line.path}, repeated`);
  if (outcome.kind !== 'answered' || outcome.status === 503) return;
  ledger.repeats.sent++;
  if (outcome.status >= 300 || madeId(line, outcome.body) !== line.id) ledger.repeats.different.push(`${line.key}: ${outcome.status} ${JSON.stringify(outcome.body)}`);
}

function madeId(line: Line, body: unknown): string | null {
  // Only these answer with an id of their own.
  if (line.what === 'post' || line.what === 'reply' || line.what === 'join') return (body as { id: string }).id;
  if (line.what === 'invitation') return (body as { items: { id: string }[] }).items[0]?.id ?? null;
  return null;
}
