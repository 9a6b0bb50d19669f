// SPDX-License-Identifier: EUPL-1.2
import { createServer, type AddressInfo } from 'node:net';
import { startPlein, type TestPlein, type TestPleinOptions } from './app.ts';

/** An instance that others can speak with: it listens at the address that it calls its own. */
export interface OpenPlein extends TestPlein {
  /** Host and port: how others name it. */
  host: string;
  url: string;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** A real instance with its own database, workers and a port on loopback; names are `localhost:port`. */
export async function startOpenPlein(options: TestPleinOptions = {}): Promise<OpenPlein> {
  const port = await freePort();
  const host = `localhost:${port}`;
  const plein = await startPlein({ workers: true, ...options, env: { PUBLIC_URL: `http://${host}`, FEDERATION_ALLOW_PRIVATE: '1', RATE_LIMITS: 'relaxed', ...options.env } });
  await plein.app.listen({ port, host: '127.0.0.1' });
  return { ...plein, host, url: `http://${host}` };
}
