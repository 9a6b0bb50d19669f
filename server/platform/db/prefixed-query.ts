// SPDX-License-Identifier: EUPL-1.2
import pg from 'pg';

/** A statement that was prepared when its connection was made, with values for it. Its rows are not looked at. */
export interface Step {
  statement: string;
  values: readonly string[];
}

export interface Statement {
  text: string;
  values: readonly unknown[];
  /** Under which the server keeps its plan; undefined for what is rare. */
  name: string | undefined;
}

/** The parts of pg's own query and connection that are used here and that its types leave out. */
interface Wire {
  stream: { cork(): void; uncork(): void };
  bind(message: { portal: string; statement: string; values: readonly unknown[] }): void;
  execute(message: { portal: string }): void;
}
interface Listening {
  submit(connection: Wire): Error | null;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Wire): void;
}

export type Answer = Pick<pg.QueryResult<Record<string, unknown>>, 'command' | 'rowCount' | 'rows'>;

/**
 * Sends `steps` and a statement in one message and waits once, where a query for each would wait for each.
 *
 * Without a transaction around it the server takes all of them for one (PostgreSQL, "Extended Query: Pipelining"): it ends
 * with the single Sync that the statement brings, and so does what a step set for the transaction only.
 */
export function sendPrefixed(client: pg.ClientBase, steps: readonly Step[], { text, values, name }: Statement): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    // A statement without values would go by the simple protocol, which has no Sync and would leave the steps' transaction open.
    const mode = steps.length > 0 ? { queryMode: 'extended' } : {};
    const query = new pg.Query({ text, values: [...values], ...(name === undefined ? {} : { name }), ...mode }, undefined, (error: Error | undefined, answer: unknown) => {
      // pg gives the answer of a query with one statement.
      if (error) reject(error);
      else resolve(answer as Answer);
    });
    if (steps.length > 0) putBefore(query as unknown as Listening, steps);
    client.query(query);
  }).catch((error: unknown) => {
    // The stack of a failure at the server leads to its socket; this one leads to who asked.
    if (error instanceof Error) Error.captureStackTrace(error);
    throw error;
  });
}

function putBefore(query: Listening, steps: readonly Step[]): void {
  const { submit, handleDataRow, handleCommandComplete } = query;
  let ahead = steps.length;
  query.submit = function (connection) {
    connection.stream.cork();
    try {
      for (const { statement, values } of steps) {
        connection.bind({ portal: '', statement, values });
        connection.execute({ portal: '' });
      }
      return submit.call(this, connection);
    } finally {
      connection.stream.uncork();
    }
  };
  query.handleDataRow = function (message) {
    if (ahead === 0) handleDataRow.call(this, message);
  };
  query.handleCommandComplete = function (message, connection) {
    if (ahead > 0) ahead--;
    else handleCommandComplete.call(this, message, connection);
  };
}
