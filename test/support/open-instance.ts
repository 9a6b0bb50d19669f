// SPDX-License-Identifier: EUPL-1.2
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { startPlein, type TestPlein, type TestPleinOptions } from './app.ts';

/** An instance that listens, knows its own address, and runs its jobs: what a browser visits. */
export async function openPlein(options: TestPleinOptions = {}): Promise<TestPlein & { address: string }> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const plein = await startPlein({ workers: true, ...options, env: { PORT: String(port), PUBLIC_URL: address, RATE_LIMITS: 'relaxed', ...options.env } });
  await plein.app.listen({ port, host: '127.0.0.1' });
  return { ...plein, address };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
