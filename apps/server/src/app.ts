import { hkdfSync, randomBytes } from 'node:crypto';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import { auditRoutes, auditSubscribers } from './modules/audit/index.ts';
import {
  changesIdentity,
  createAuth,
  createIdentities,
  mountCompanySignIn,
  mountSignIn,
  openIssuers,
  sessionCookieName,
  workspacesRoutes,
  workspacesTasks,
  type Identities,
} from './modules/workspaces/index.ts';
import type { Clock } from './platform/clock/index.ts';
import { connectDatabase, type Database } from './platform/db/index.ts';
import { EventConsumers, EventTail, historyRoutes, mountStream } from './platform/events/index.ts';
import { healthRoutes } from './platform/health/index.ts';
import {
  createHttpServer,
  createRateLimit,
  describeApi,
  mountProcedures,
  noRateLimit,
  referencePage,
  serveWebApp,
  type Route,
} from './platform/http/index.ts';
import { startJobWorker, type JobWorker } from './platform/jobs/index.ts';
import { jobRoutes } from './platform/jobs/routes.ts';
import type { Logger } from './platform/log/index.ts';
import { createMailer, type Mailer } from './platform/mail/index.ts';
import { createMetrics, type Metrics } from './platform/metrics/index.ts';
import { maintenanceTasks } from './platform/maintenance/index.ts';
import { joinProcesses, type Membership } from './platform/processes/index.ts';
import { createSecrets, openInstallationKey } from './platform/secrets/index.ts';
import { createTracing, type Tracing } from './platform/tracing/index.ts';
import { observeServer, observeWork, traced } from './observe.ts';
import { openStorage } from './storage.ts';
import { version } from './version.ts';

export interface AppOptions {
  config: Config;
  clock: Clock;
  log: Logger;
  /** The owner's address of a migrated database. */
  databaseUrl: string;
  masterKey: Buffer;
}

export interface App {
  db: Database;
  server: FastifyInstance;
  routes: readonly Route[];
  identities: Identities;
  tail: EventTail;
  consumers: EventConsumers;
  setUpCode: string;
  /** What a session cookie is called and signed with. */
  cookieName: string;
  sessionSecret: string;
  /** Begins what runs by itself: following the log, subscribers, jobs, signs of life. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Wires everything by hand: the only place where parts meet. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, clock, log, databaseUrl, masterKey } = options;
  const { rolePrefix, poolSize } = config;
  const onIdleError = (error: Error): void => log.warn({ err: error }, 'an idle database connection broke');
  const metrics = createMetrics();
  const tracing = createTracing({ endpoint: config.tracesEndpoint, serviceVersion: version, log });
  const db = connectDatabase({
    tracing,
    url: databaseUrl,
    masterKey,
    rolePrefix,
    poolSize,
    clock,
    onIdleError,
  });
  const report = (error: unknown, where: string): void =>
    log.error({ err: error, where }, 'something failed and is tried again');
  const tail = new EventTail({ db, report });
  const consumers = new EventConsumers({ db, tail, subscribers: auditSubscribers, report });
  const storage = await openStorage(config);
  const mailer = openMailer(config, log);
  const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
  const sessionSecret = Buffer.from(hkdfSync('sha256', masterKey, '', 'session cookies', 32)).toString('hex');
  const cookieName = sessionCookieName(publicUrl.startsWith('https:'));
  const identities = createIdentities({ db, clock, cookieName, secret: sessionSecret });
  const auth = createAuth({ pool: db.pools.auth, clock, secret: sessionSecret, publicUrl, mailer });
  const installationKey = await db.acrossWorkspaces('maintenance', (tx) =>
    openInstallationKey(tx, masterKey),
  );
  const secrets = createSecrets({ masterKey, installationKey, clock });
  const issuers = openIssuers({ clock, allowPrivate: config.allowPrivate });
  const setUpCode = randomBytes(5).toString('hex');

  tail.subscribe((events) => {
    if (events.some(({ type }) => changesIdentity(type))) identities.forget();
  });
  const routes = [
    ...workspacesRoutes({
      delivery: { publicUrl: () => publicUrl, mailer },
      setUpCode,
      signOn: { db, issuers, secrets, publicUrl: () => publicUrl },
    }),
    ...auditRoutes(),
    ...historyRoutes(tail),
    ...jobRoutes(db, consumers),
    ...healthRoutes({
      db,
      consumers,
      storage,
      dataFolder: config.dataFolder,
      version,
      startedAt: clock.now(),
    }),
  ];

  const running: Running = {};
  const server = createHttpServer({
    clock,
    trustedProxies: config.trustedProxies,
    bodyLimitBytes: 1024 * 1024,
    report: (error, request) =>
      log.error({ err: error, requestId: request.id, route: request.routeOptions.url }, 'a request failed'),
  });
  observeServer(server, metrics, config);
  const identify = identities.identify.bind(identities);
  const rateLimit = config.rateLimit
    ? createRateLimit(clock, () => running.membership?.liveCopies() ?? 1)
    : noRateLimit;
  const forget = (): void => identities.forget();
  mountSignIn(server, { auth, db, publicUrl, canMail: mailer !== null, forget });
  mountCompanySignIn(server, {
    db,
    clock,
    issuers,
    secrets,
    publicUrl,
    secret: sessionSecret,
    rateLimit,
    forget,
    note: (failure) => log.warn(failure, 'a company sign-on ended without a session'),
  });
  mountStream(server, { prefix: '/api/v1', db, tail, identify, report });
  mountProcedures(server, {
    prefix: '/api/v1',
    routes,
    db,
    identify,
    rateLimit,
    publicUrl: () => publicUrl,
    checkAnswers: config.checkAnswers,
    tracing,
  });
  await mountPages(server, { db, routes, webFolder: config.webFolder });

  return {
    db,
    server,
    routes,
    identities,
    tail,
    consumers,
    setUpCode,
    cookieName,
    sessionSecret,
    start: () => startParts(running, { options, db, tail, consumers, metrics, tracing }),
    close: async () => {
      await server.close();
      await running.worker?.stop();
      if (running.consuming) await consumers.stop();
      if (running.membership) await tail.stop();
      await running.membership?.leave();
      await mailer?.settle();
      await storage.close();
      await issuers.close();
      await tracing.close();
      metrics.close();
      await db.close();
    },
  };
}

/** What start() began, so that close() ends just that. */
interface Running {
  membership?: Membership;
  worker?: JobWorker;
  consuming?: boolean;
}

interface Parts {
  options: AppOptions;
  db: Database;
  tail: EventTail;
  consumers: EventConsumers;
  metrics: Metrics;
  tracing: Tracing;
}

async function startParts(
  running: Running,
  { options, db, tail, consumers, metrics, tracing }: Parts,
): Promise<void> {
  const { config, clock, log, databaseUrl } = options;
  await tail.start();
  running.membership = await joinProcesses({ db, clock, log, version, roles: [...config.roles] });
  if (!config.roles.has('worker')) return;
  consumers.start();
  running.consuming = true;
  const parts = { ownerUrl: databaseUrl, now: () => clock.now() };
  running.worker = await startJobWorker({
    db,
    tasks: traced([...maintenanceTasks, ...workspacesTasks], tracing),
    parts,
    membership: running.membership,
    log,
    onOutcome: observeWork(metrics, { db, consumers }),
  });
}

function openMailer({ smtpUrl, mailFrom }: Config, log: Logger): Mailer | null {
  return smtpUrl ? createMailer({ url: smtpUrl, from: mailFrom ?? 'Trikon <trikon@localhost>', log }) : null;
}

interface Pages {
  db: Database;
  routes: readonly Route[];
  webFolder: string | undefined;
}

/** What is served beside the procedures: signs of life, the description of the API, and the web app. */
async function mountPages(server: FastifyInstance, { db, routes, webFolder }: Pages): Promise<void> {
  server.get('/healthz', () => ({ status: 'alive' }));
  server.get('/readyz', async () => {
    await db.acrossWorkspaces('processes', (tx) => tx.sql('select 1'));
    return { status: 'ready' };
  });
  const description = await describeApi(routes, version);
  server.get('/openapi.json', () => description);
  const reference = referencePage(description);
  server.get('/docs/api', (_request, reply) => reply.type('text/html; charset=utf-8').send(reference));
  await serveWebApp(server, webFolder ?? path.join(import.meta.dirname, '../../web/dist'));
}
