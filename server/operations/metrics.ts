// SPDX-License-Identifier: EUPL-1.2
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { openSockets } from '../notifications/public.ts';
import type { Deps } from '../platform/deps.ts';
import type { App } from '../platform/http/app.ts';
import { jobTimes } from '../platform/jobs/job-times.ts';
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
  const { registry, refresh } = createMetrics(deps);
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    refresh()
      // What is known without asking is worth most when the database or the queue does not answer.
      .catch((error: unknown) => deps.log.warn({ err: error }, 'metrics'))
      .then(() => registry.metrics())
      .then(
        (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
        () => response.writeHead(500).end(),
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

interface Metrics {
  registry: Registry;
  /** Reads what is only known by asking, before each scrape. */
  refresh(): Promise<void>;
}

function createMetrics(deps: Pick<Deps, 'database' | 'jobs' | 'clock'>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  registry.registerMetric(requests);
  registry.registerMetric(jobTimes);
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const perQueue = (name: string, help: string) => new Gauge({ name, help, labelNames: ['queue'], registers: [registry] });
  const queues = {
    waiting: perQueue('plein_queue_waiting', 'Jobs that wait, by queue.'),
    active: perQueue('plein_queue_active', 'Jobs that are being done, by queue.'),
    delayed: perQueue('plein_queue_delayed', 'Jobs that wait for their next attempt or their moment, by queue.'),
    failed: perQueue('plein_queue_failed', 'Jobs that were set aside after all attempts, by queue.'),
    oldest: perQueue('plein_queue_oldest_seconds', 'How long the oldest waiting job waits, by queue.'),
  };
  const outbox = {
    waiting: gauge('plein_outbox_waiting', 'Events that wait for the relay.'),
    oldest: gauge('plein_outbox_oldest_seconds', 'How long the oldest event waits for the relay.'),
  };
  const sockets = gauge('plein_sockets', 'Open WebSockets in this process.');

  return {
    registry,
    async refresh() {
      sockets.set(openSockets());
      for (const state of await queueStates(deps)) {
        queues.waiting.set({ queue: state.name }, state.waiting);
        queues.active.set({ queue: state.name }, state.active);
        queues.delayed.set({ queue: state.name }, state.delayed);
        queues.failed.set({ queue: state.name }, state.failed);
        queues.oldest.set({ queue: state.name }, state.oldestSeconds ?? 0);
      }
      const { rows } = await deps.database.pool.query<{ waiting: number; oldest: Date | null }>('select count(*)::int as waiting, min(created_at) as oldest from event where relayed_at is null');
      const oldest = rows[0]?.oldest ?? null;
      outbox.waiting.set(rows[0]?.waiting ?? 0);
      outbox.oldest.set(oldest === null ? 0 : Math.max(0, (deps.clock.now().getTime() - oldest.getTime()) / 1000));
    },
  };
}
