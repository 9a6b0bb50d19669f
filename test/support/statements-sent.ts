// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';

type Query = (...parameters: unknown[]) => unknown;

/** What a process says of itself and to itself, whoever asks what: signs of life, waking the relay after a commit, preparing a new connection, and counting the instance every half minute. */
const unasked = ({ text, name, plain }: Sent) => text === 'select 1' || text.includes(`pg_notify('plein_outbox'`) || ['plein_begin', 'plein_bind', 'plein_walk'].includes(name) || (plain && text === 'rollback') || /\(select count\(\*\) from place .* as buildings,/.test(text);

/** `plain` is what no handler sends: those go as queries with values. */
interface Sent {
  text: string;
  name: string;
  plain: boolean;
}

/** The texts of all statements that this process sends to PostgreSQL while something is done, in their order. */
export async function statementsSent<T>(work: () => Promise<T>): Promise<{ result: T; sent: string[] }> {
  const original = pg.Client.prototype.query as unknown as Query;
  const sent: Sent[] = [];
  pg.Client.prototype.query = function (this: pg.Client, ...parameters: unknown[]) {
    const [first] = parameters;
    const { text = '', name = '' } = (typeof first === 'string' ? { text: first } : (first ?? {})) as { text?: string; name?: string };
    sent.push({ text, name, plain: typeof first === 'string' });
    return original.apply(this, parameters);
  } as unknown as typeof pg.Client.prototype.query;
  try {
    const result = await work();
    return { result, sent: sent.filter((each) => !unasked(each)).map(({ text }) => text) };
  } finally {
    pg.Client.prototype.query = original as unknown as typeof pg.Client.prototype.query;
  }
}
