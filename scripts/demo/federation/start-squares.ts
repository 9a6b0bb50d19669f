// SPDX-License-Identifier: EUPL-1.2
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { run } from '../../../server/main.ts';
import { startPostgres } from '../../postgres/embedded.ts';
import { StartRefused } from '../../setup/start-refused.mjs';
import { fillSquares } from './fill-squares.ts';
import { guidePage, serveGuide } from './guide.ts';
import { insertPeople } from './insert-people.ts';
import { administratorOf, type SquareKey, squares, SQUARES_PASSWORD } from './squares.ts';

/** Something that is ended, in the opposite order of starting. */
export interface Running {
  stop(): Promise<void>;
}

export interface StartSquares {
  env: NodeJS.ProcessEnv;
  say(message: string): void;
  /** Is told of everything that runs, as soon as it does. */
  started(part: Running): Promise<void>;
}

const FIRST_PORT = 3000;

/**
 * Starts three squares, each with a database and a folder of its own, fills them where they are empty, and shows the page that says where to look.
 * @returns the address of that page
 * @throws {StartRefused} with one sentence
 */
export async function startSquares({ env, say, started }: StartSquares): Promise<string> {
  const first = firstPort(env);
  const guide = `http://localhost:${first}/`;
  await refuseTakenPorts(squares.map((_, index) => first + 1 + index).concat(first));
  const folder = resolve(env['DATA_DIR']?.trim() || join('data', 'federation'));
  // A name for each (RFC 6761), so that a browser keeps their sign-ins apart.
  const addresses: Record<SquareKey, string> = { kadezicht: `http://kadezicht.localhost:${first + 1}`, hoogveld: `http://hoogveld.localhost:${first + 2}`, molenvliet: `http://molenvliet.localhost:${first + 3}` };
  for (const [index, square] of squares.entries()) {
    const dataDir = join(folder, square.key);
    const postgres = await startPostgres({ dataDir, log: (message) => say(`${square.name}: ${message}`) });
    await started(postgres);
    const server = await run(settings(env, { port: first + 1 + index, address: addresses[square.key], dataDir, databaseUrl: postgres.appUrl, key: square.key }));
    await started(server);
    await insertPeople(postgres.appUrl, addresses[square.key], square);
  }
  say('The squares get to know each other.');
  await fillSquares(addresses);
  const page = await serveGuide(guidePage(addresses), first).catch((error: unknown) => {
    throw isTaken(error) ? portRefusal(first) : error;
  });
  await started({ stop: () => new Promise((done) => {
    page.closeAllConnections();
    page.close(() => done());
  }) });
  return guide;
}

function firstPort(env: NodeJS.ProcessEnv): number {
  const given = env['PORT']?.trim() || String(FIRST_PORT);
  const port = Number(given);
  if (!/^\d+$/.test(given) || port < 1 || port + squares.length > 65_535) throw new StartRefused(`PORT is "${given}", but must be a number: the first of four ports in a row.`);
  return port;
}

/** Told before anything is made. */
async function refuseTakenPorts(ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    const probe = createServer();
    try {
      await new Promise<void>((free, taken) => {
        probe.once('error', taken);
        probe.listen(port, '127.0.0.1', free);
      });
    } catch (error) {
      throw isTaken(error) ? portRefusal(port) : error;
    } finally {
      await new Promise((closed) => probe.close(closed));
    }
  }
}

const isTaken = (error: unknown): boolean => ['EADDRINUSE', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '');

function portRefusal(port: number): StartRefused {
  return new StartRefused(`Port ${port} is in use by another program. End that program, or choose the first of four other ports in a row: PORT=4000 npm run demo:federation.`);
}

/** Nothing of the settings of an instance that may be configured here beside: these have their own. */
function settings(env: NodeJS.ProcessEnv, own: { port: number; address: string; dataDir: string; databaseUrl: string; key: SquareKey }): NodeJS.ProcessEnv {
  return {
    ...(env['LOG_LEVEL'] === undefined ? { LOG_LEVEL: 'error' } : { LOG_LEVEL: env['LOG_LEVEL'] }),
    PORT: String(own.port), PUBLIC_URL: own.address, DATA_DIR: own.dataDir, DATABASE_URL: own.databaseUrl, DEMO: '0',
    ADMIN_EMAIL: administratorOf(own.key), ADMIN_PASSWORD: SQUARES_PASSWORD,
    // They speak with each other on this machine, without TLS, and whoever tries them out clicks a lot.
    FEDERATION_ALLOW_PRIVATE: '1', RATE_LIMITS: 'relaxed',
  };
}
