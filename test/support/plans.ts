// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import pg from 'pg';
import { expect } from 'vitest';
import type { Trx } from '../../server/platform/db/database.ts';
import type { Viewer } from '../../server/platform/db/viewer.ts';
import type { TestPlein } from './app.ts';

/** A step of what PostgreSQL did for a statement, as `explain (analyze, format json)` tells. */
export interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Cond'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

/** Does something as the viewer and explains, in the same transaction, each statement that was sent for it. */
export async function plansOf<T>(plein: TestPlein, viewer: Pick<Viewer, 'actorId' | 'audiences'>, work: (trx: Trx) => Promise<T>): Promise<{ result: T; plans: Plan[] }> {
  const sent: { text: string; values: unknown[] }[] = [];
  const original = pg.Client.prototype.query as unknown as (...parameters: unknown[]) => unknown;
  return plein.deps.database.asViewer(viewer, async (trx) => {
    pg.Client.prototype.query = function (this: pg.Client, ...parameters: unknown[]) {
      // A statement comes as text, or as a query with its text and values.
      const [asked, values] = parameters as [string | { text: string; values?: unknown[] }, unknown[] | undefined];
      sent.push(typeof asked === 'string' ? { text: asked, values: values ?? [] } : { text: asked.text, values: asked.values ?? [] });
      return original.apply(this, parameters);
    } as unknown as typeof pg.Client.prototype.query;
    let result: T;
    try {
      result = await work(trx);
    } finally {
      pg.Client.prototype.query = original as unknown as typeof pg.Client.prototype.query;
    }
    const plans: Plan[] = [];
    for (const { text, values } of sent) {
      // The statement again with its values in their places: `sql` numbers them anew.
      const [first = '', ...rest] = text.split(/\$\d+/);
      const order = [...text.matchAll(/\$(\d+)/g)].map((match) => values[Number(match[1]) - 1]);
      const statement = rest.reduce((query, part, index) => sql`${query}${sql`${order[index]}`}${sql.raw(part)}`, sql`explain (analyze, format json) ${sql.raw(first)}`);
      const { rows } = await statement.execute(trx);
      plans.push((rows[0] as { 'QUERY PLAN': { Plan: Plan }[] })['QUERY PLAN'][0]?.Plan ?? expect.fail('no plan'));
    }
    return { result, plans };
  });
}

/** The plan and everything below it. */
export function stepsOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(stepsOf)];
}
