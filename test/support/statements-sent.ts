// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';

type Query = (...parameters: unknown[]) => unknown;

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
    return { result: await work(), sent };
  } finally {
    pg.Client.prototype.query = original as unknown as typeof pg.Client.prototype.query;
  }
}
