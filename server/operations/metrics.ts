// SPDX-License-Identifier: EUPL-1.2
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { openSockets } from '../notifications/public.ts';
import type { Deps } from '../platform/deps.ts';
import type { App } from '../platform/http/app.ts';
import { queueStates } from './queues.ts';

/** One per process, like the requests it counts; a registry of its own so that nothing else of the process slips in. */
const requests = new Histogram({
  name: 'plein_http_request_seconds',
  help: 'Time of HTTP requests by method, route pattern and status.',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [],
});

/** Times every request by the pattern of its route, never by its address: those hold ids and searches. */
export function timeRequests(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    requests.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode }, reply.elapsedTime / 1000);
  });
}

export interface MetricsServer {
  address: string;
  stop(): Promise<void>;
}

/** Serves `/metrics` for Prometheus on a port of its own, which need not be public. Null where METRICS_PORT is not set. */
export async function startMetrics(deps: Pick<Deps, 'config' | 'database' | 'jobs' | 'clock' | 'log'>): Promise<MetricsServer | null> {
  const { metrics } = deps.config;
  if (metrics === null) return null;
  const registry = createRegistry(deps);
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      (error: unknown) => {
        deps.log.warn({ err: error }, 'metrics');
        response.writeHead(503).end();
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(metrics.port, metrics.host, resolve);
  });
  // A TCP server's address is never text.
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://${metrics.host.includes(':') ? `[${metrics.host}]` : metrics.host}:${port}/metrics`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      registry.clear();
    },
  };
}

function createRegistry(deps: Pick<Deps, 'database' | 'jobs' | 'clock'>): Registry {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  registry.registerMetric(requests);
  const waiting = new Gauge({ name: 'plein_queue_waiting', help: 'Jobs that wait, by queue.', labelNames: ['queue'], registers });
  const failed = new Gauge({ name: 'plein_queue_failed', help: 'Jobs that were set aside after all attempts, by queue.', labelNames: ['queue'], registers });
  // Gauges are read one after another, and this one reads for the two above.
  new Gauge({
    name: 'plein_queue_oldest_seconds',
    help: 'How long the oldest waiting job waits, by queue.',
    labelNames: ['queue'],
    registers,
    async collect() {
      for (const state of await queueStates(deps)) {
        waiting.set({ queue: state.name }, state.waiting);
        failed.set({ queue: state.name }, state.failed);
        this.set({ queue: state.name }, state.oldestSeconds ?? 0);
      }
    },
  });
  const backlogAge = new Gauge({ name: 'plein_outbox_oldest_seconds', help: 'How long the oldest event waits for the relay.', registers });
  new Gauge({
    name: 'plein_outbox_waiting',
    help: 'Events that wait for the relay.',
    registers,
    async collect() {
      const { rows } = await deps.database.pool.query<{ waiting: number; oldest: Date | null }>('select count(*)::int as waiting, min(created_at) as oldest from event where relayed_at is null');
      const oldest = rows[0]?.oldest ?? null;
      this.set(rows[0]?.waiting ?? 0);
      backlogAge.set(oldest === null ? 0 : Math.max(0, (deps.clock.now().getTime() - oldest.getTime()) / 1000));
    },
  });
  new Gauge({
    name: 'plein_sockets',
    help: 'Open WebSockets in this process.',
    registers,
    collect() {
      this.set(openSockets());
    },
  });
  return registry;
}
