import { hkdfSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import { auditRoutes } from './modules/audit/index.ts';
import {
  createAuth,
  createIdentities,
  mountSignIn,
  sessionCookieName,
  workspacesRoutes,
  type Identities,
} from './modules/workspaces/index.ts';
import type { Clock } from './platform/clock/index.ts';
import { connectDatabase, type Database } from './platform/db/index.ts';
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
import type { Logger } from './platform/log/index.ts';
import { createMailer } from './platform/mail/index.ts';

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
  setUpCode: string;
  /** What a session cookie is called and signed with. */
  cookieName: string;
  sessionSecret: string;
  /** Begins what runs by itself: followers of the log, jobs, heartbeats. */
  start(): Promise<void>;
  close(): Promise<void>;
}

const { version } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../package.json'), 'utf8')) as {
  version: string;
};

/** Wires everything by hand: the only place where parts meet. */
export async function createApp({ config, clock, log, databaseUrl, masterKey }: AppOptions): Promise<App> {
  const { rolePrefix, poolSize } = config;
  const onIdleError = (error: Error): void => log.warn({ err: error }, 'an idle database connection broke');
  const db = connectDatabase({ url: databaseUrl, masterKey, rolePrefix, poolSize, clock, onIdleError });
  const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
  const secret = Buffer.from(hkdfSync('sha256', masterKey, '', 'session cookies', 32)).toString('hex');
  const mailer = config.smtpUrl
    ? createMailer({ url: config.smtpUrl, from: config.mailFrom ?? 'Trikon <trikon@localhost>', log })
    : null;
  const cookieName = sessionCookieName(publicUrl.startsWith('https:'));
  const identities = createIdentities({ db, clock, cookieName, secret });
  const auth = createAuth({ pool: db.pools.auth, clock, secret, publicUrl, mailer });
  const setUpCode = randomBytes(5).toString('hex');

  const routes = [
    ...workspacesRoutes({ delivery: { publicUrl: () => publicUrl, mailer }, setUpCode }),
    ...auditRoutes(),
  ];
  const server = createHttpServer({
    clock,
    trustedProxies: config.trustedProxies,
    bodyLimitBytes: 1024 * 1024,
    report: (error, request) =>
      log.error({ err: error, requestId: request.id, route: request.routeOptions.url }, 'a request failed'),
  });
  server.get('/healthz', () => ({ status: 'alive' }));
  mountSignIn(server, { auth, db, publicUrl, canMail: mailer !== null, forget: () => identities.forget() });
  mountProcedures(server, {
    prefix: '/api/v1',
    routes,
    db,
    identify: (credentials) => identities.identify(credentials),
    rateLimit: config.rateLimit ? createRateLimit(clock, () => 1) : noRateLimit,
    publicUrl: () => publicUrl,
    checkAnswers: config.checkAnswers,
  });

  const description = await describeApi(routes, version);
  server.get('/openapi.json', () => description);
  const reference = referencePage(description);
  server.get('/docs/api', (_request, reply) => reply.type('text/html; charset=utf-8').send(reference));
  server.get('/readyz', async () => {
    await db.acrossWorkspaces('processes', (tx) => tx.sql('select 1'));
    return { status: 'ready' };
  });
  await serveWebApp(server, config.webFolder ?? path.join(import.meta.dirname, '../../web/dist'));

  return {
    db,
    server,
    routes,
    identities,
    setUpCode,
    cookieName,
    sessionSecret: secret,
    start: async () => {},
    close: async () => {
      await server.close();
      await mailer?.settle();
      await db.close();
    },
  };
}
