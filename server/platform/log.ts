// SPDX-License-Identifier: EUPL-1.2
import { type Logger, type LoggerOptions, pino } from 'pino';
import { openLogOutput } from './log-output.ts';

export type Log = Logger;

/** One for the whole process. */
const output = openLogOutput(1);
process.on('exit', () => output.end());

/** Structured logs without secrets: tokens in addresses, cookies, passwords and authorisation headers never reach them. */
export function createLog(level: string): Log {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['*.password', '*.token', '*.secret', 'req.headers.cookie', 'req.headers.authorization'],
      censor: '[hidden]',
    },
    serializers: {
      req: (request: { method: string; url: string; id?: string }) => ({ method: request.method, url: withoutSecrets(request.url) }),
      err: plainError,
    },
  };
  return pino(options, output);
}

/** What is needed to mend it. Errors of the database carry their whole connection along, which says nothing and fills the log. */
function plainError(error: Error & { code?: unknown }): { type: string; message: string; code: string | null; stack: string | null } {
  return { type: error.name, message: error.message, code: typeof error.code === 'string' ? error.code : null, stack: error.stack ?? null };
}

/** The path and the names of query parameters; their values may hold one-time tokens or what people search for. */
export function withoutSecrets(url: string): string {
  const [path = '', query] = url.split('?', 2);
  if (query === undefined) return path;
  const names = [...new URLSearchParams(query).keys()];
  return `${path}?${names.map((name) => `${name}=…`).join('&')}`;
}
