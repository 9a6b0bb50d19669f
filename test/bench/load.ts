// SPDX-License-Identifier: EUPL-1.2
import { Client } from 'undici';

export interface Call {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface Target {
  address: string;
  /** The next request; anything but `status` in answer to it stops the measurement. */
  next(): Call;
  status: number;
}

export interface Pressure {
  connections: number;
  /** Ends after so long, or after so many requests. */
  milliseconds?: number;
  requests?: number;
}

export interface Measured {
  perSecond: number;
  /** Of one request, in milliseconds. */
  p50: number;
  p99: number;
}

/** A closed loop: each connection sends its next request when the answer to the one before has been read. */
export async function press({ address, next, status }: Target, { connections, milliseconds = Infinity, requests = Infinity }: Pressure): Promise<Measured> {
  const times: number[] = [];
  const clients = Array.from({ length: connections }, () => new Client(address, { pipelining: 1 }));
  let sent = 0;
  const start = performance.now();
  const loop = async (client: Client): Promise<void> => {
    while (performance.now() - start < milliseconds && sent < requests) {
      sent++;
      const { method, path, headers, body } = next();
      const before = performance.now();
      const answer = await client.request({ method, path, headers: headers ?? null, body: body ?? null });
      const text = await answer.body.text();
      times.push(performance.now() - before);
      if (answer.statusCode !== status) throw new Error(`${method} ${path} answers ${answer.statusCode}: ${text.slice(0, 300)}`);
    }
  };
  try {
    await Promise.all(clients.map(loop));
  } finally {
    await Promise.all(clients.map((client) => client.close()));
  }
  const seconds = (performance.now() - start) / 1_000;
  return { perSecond: times.length / seconds, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
