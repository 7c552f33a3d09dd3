import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import type { Database } from './platform/db/index.ts';
import { Refusal } from './platform/errors/index.ts';
import type { EventConsumers } from './platform/events/index.ts';
import {
  readQueueNumbers,
  type JobOutcome,
  type QueueNumbers,
  type RunnableTask,
} from './platform/jobs/index.ts';
import { requestMetrics, type Metrics } from './platform/metrics/index.ts';
import type { Tracing } from './platform/tracing/index.ts';

/** Counts requests by the route's template and serves everything that is counted. */
export function observeServer(server: FastifyInstance, metrics: Metrics, { metricsToken }: Config): void {
  const countRequest = requestMetrics(metrics);
  server.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request;
    countRequest({
      method,
      route: routeOptions.url,
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1000,
    });
    done();
  });
  server.get('/metrics', async (request, reply) => {
    const allowed = metricsToken
      ? sameText(request.headers.authorization, `Bearer ${metricsToken}`)
      : ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip);
    if (!allowed)
      throw new Refusal('not_signed_in', 'Metrics need the token of TRIKON_METRICS_TOKEN as a bearer token.');
    return reply.type(metrics.contentType).send(await metrics.text());
  });
}

/** Takes as long for a near miss as for a wild guess. */
function sameText(given: string | undefined, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given ?? ''), digest(expected));
}

interface Sources {
  db: Database;
  consumers: EventConsumers;
}

/** Numbers that are read when somebody asks for them. */
export function observeWork(metrics: Metrics, { db, consumers }: Sources): (outcome: JobOutcome) => void {
  const queue = (read: (numbers: QueueNumbers) => number) => async (): Promise<number> =>
    read(await db.acrossWorkspaces('jobs', (tx) => readQueueNumbers(tx)));
  metrics.gauge(
    { name: 'trikon_jobs_waiting', help: 'Jobs that are due and not yet taken.' },
    queue(({ waiting }) => waiting),
  );
  metrics.gauge(
    { name: 'trikon_jobs_failed', help: 'Jobs that used up their tries.' },
    queue(({ failed }) => failed),
  );
  metrics.gauge(
    {
      name: 'trikon_events_behind_seconds',
      help: 'Age of the oldest event that some subscriber has not taken in.',
    },
    async () => Math.max(0, ...(await consumers.lag()).map(({ seconds }) => seconds)),
  );
  metrics.gauge(
    { name: 'trikon_database_connections_waiting', help: 'Requests that wait for a database connection.' },
    () => db.pools.app.waitingCount,
  );
  const count = metrics.histogram({
    name: 'trikon_job_duration_seconds',
    help: 'How long jobs ran, by task and how they ended.',
    labels: ['task', 'outcome'],
  });
  return ({ task, outcome, seconds }) => count({ task, outcome }, seconds);
}

/** Each run of a job as a span of its own. */
export function traced<Parts>(
  tasks: readonly RunnableTask<Parts>[],
  tracing: Tracing,
): readonly RunnableTask<Parts>[] {
  if (!tracing.enabled) return tasks;
  return tasks.map((task) => ({
    ...task,
    perform: (delivery, parts) =>
      tracing.span(
        `job ${task.name}`,
        { attributes: { 'trikon.job.name': task.name, 'trikon.job.attempt': delivery.attempt } },
        () => task.perform(delivery, parts),
      ),
  }));
}
