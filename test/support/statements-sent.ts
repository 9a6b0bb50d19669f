// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';

type Query = (...parameters: unknown[]) => unknown;

/** What a process says of itself and to itself, whoever asks what: signs of life, and waking the relay after a commit. */
const unasked = (text: string) => text === 'select 1' || text.startsWith(`select pg_notify('plein_outbox'`);

/** The texts of all statements that this process sends to PostgreSQL while something is done, in their order. */
export async function statementsSent<T>(work: () => Promise<T>): Promise<{ result: T; sent: string[] }> {
  const original = pg.Client.prototype.query as unknown as Query;
  const sent: string[] = [];
  pg.Client.prototype.query = function (this: pg.Client, ...parameters: unknown[]) {
    const [first] = parameters;
    sent.push(typeof first === 'string' ? first : ((first as { text?: string } | null)?.text ?? ''));
    return original.apply(this, parameters);
  } as unknown as typeof pg.Client.prototype.query;
  try {
    const result = await work();
    return { result, sent: sent.filter((text) => !unasked(text)) };
  } finally {
    pg.Client.prototype.query = original as unknown as typeof pg.Client.prototype.query;
  }
}
