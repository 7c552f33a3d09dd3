import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { auditRoutes } from './modules/audit/index.ts';
import {
  captureRoutes,
  mountEmbed,
  mountOptInPage,
  mountPreferences,
  preferencesRoutes,
  whoseKeyword,
} from './modules/capture/index.ts';
import {
  consentLines,
  consentOf,
  consentRoutes,
  mountLedgerExport,
  optOutRoutes,
  suppressionRoutes,
} from './modules/consent/index.ts';
import {
  contactFileRoutes,
  contactListRoutes,
  contactsRoutes,
  mountContactFiles,
  mountImportUpload,
} from './modules/contacts/index.ts';
import {
  contactTalk,
  costRoutes,
  liveTestRoutes,
  mediaRoutes,
  messageLines,
  mountIngest,
  mountMediaLinks,
  mountUpload,
  numberHealthRoutes,
  outboxRoutes,
  sendingRoutes,
  usesInOutbox,
  sentenceOf,
  messagesRoutes,
  webhooksInWords,
  webhooksRoutes,
} from './modules/messaging/index.ts';
import {
  doorPath,
  findDoor,
  mountHandshake,
  noteDeliveries,
  numbersRoutes,
} from './modules/numbers/index.ts';
import { mountPackages, mountRightsPage, rightsRoutes } from './modules/governance/index.ts';
import { templatesRoutes } from './modules/templates/index.ts';
import { templateScorecardRoutes } from './modules/analytics/index.ts';
import { mountCompanySignIn, mountSignIn, workspacesRoutes } from './modules/workspaces/index.ts';
import { historyRoutes, mountStream } from './platform/events/index.ts';
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
import { jobRoutes } from './platform/jobs/routes.ts';
import { contactConditions } from './contact-conditions.ts';
import { observeServer } from './observe.ts';
import { openParts, type AppOptions, type Parts } from './parts.ts';
import { signUpPageHeaders } from './sign-up-page.ts';
import { version } from './version.ts';
import { createWork, type Work } from './work.ts';

export interface App extends Pick<
  Parts,
  | 'db'
  | 'numbers'
  | 'contacts'
  | 'media'
  | 'samples'
  | 'sending'
  | 'ledger'
  | 'rights'
  | 'options'
  | 'imports'
  | 'identities'
  | 'tail'
  | 'consumers'
  | 'setUpCode'
  | 'cookieName'
  | 'sessionSecret'
> {
  server: FastifyInstance;
  routes: readonly Route[];
  /** Begins what runs by itself. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Wires everything by hand: here and in parts.ts parts meet, and nowhere else. */
export async function createApp(options: AppOptions): Promise<App> {
  const parts = await openParts(options);
  const work = createWork(parts);
  const { clock, config, log } = options;
  const server = createHttpServer({
    clock,
    trustedProxies: config.trustedProxies,
    bodyLimitBytes: 1024 * 1024,
    filesOrigin: config.mediaOrigin,
    report: (error, request) =>
      log.error({ err: error, requestId: request.id, route: request.routeOptions.url }, 'a request failed'),
  });
  const routes = composeRoutes(parts);
  observeServer(server, parts.metrics, config);
  mountSignsOfLife(server, parts);
  if (config.roles.has('ingest')) mountDoors(server, parts);
  if (config.roles.has('api')) {
    await mountApi(server, { parts, routes, work });
    const { webFolder, mediaOrigin: filesOrigin } = config;
    await mountPages(server, { routes, webFolder, numbers: parts.numbers, filesOrigin });
  }
  return {
    ...parts,
    server,
    routes,
    start: () => work.start(),
    close: async () => {
      await server.close();
      await work.stop();
      await parts.close();
    },
  };
}

function composeRoutes(parts: Parts): Route[] {
  const { db, tail, consumers, storage, mailer, secrets, issuers, setUpCode } = parts;
  const { clock, config } = parts.options;
  const publicUrl = (): string => parts.publicUrl;
  return [
    ...workspacesRoutes({
      delivery: { publicUrl, mailer },
      setUpCode,
      forget: () => parts.identities.forget(),
      signOn: { db, issuers, secrets, publicUrl },
    }),
    ...auditRoutes(),
    ...numbersRoutes(parts.numbers),
    ...mediaRoutes(parts.media.links),
    ...contactListRoutes({ db, conditions: contactConditions, consentOf }),
    ...contactFileRoutes(parts.imports, contactConditions),
    ...contactsRoutes(parts.contacts, {
      numbers: parts.numbers,
      talk: contactTalk,
      timeline: [messageLines, consentLines],
    }),
    ...captureRoutes(parts.sending, publicUrl),
    ...consentRoutes(parts.ledger),
    ...optOutRoutes(whoseKeyword),
    ...suppressionRoutes(),
    ...preferencesRoutes(parts.links),
    ...rightsRoutes(parts.rights),
    ...templateScorecardRoutes(),
    ...templatesRoutes(parts.numbers, { samples: parts.samples, uses: [usesInOutbox] }),
    ...costRoutes(),
    ...numberHealthRoutes(db),
    ...liveTestRoutes(parts.sending),
    ...sendingRoutes(parts.sending),
    ...outboxRoutes(() => parts.dispatching.recovery.frozenSinceOf()),
    ...messagesRoutes(sentenceOf),
    ...webhooksRoutes(parts),
    ...historyRoutes(tail),
    ...jobRoutes(db, consumers),
    ...healthRoutes({
      db,
      consumers,
      storage,
      dataFolder: config.dataFolder,
      version,
      startedAt: clock.now(),
      others: {
        webhooks: () => webhooksInWords(db),
        sending: () => parts.dispatching.recovery.inWords(),
      },
    }),
  ];
}

async function mountApi(
  server: FastifyInstance,
  { parts, routes, work }: { parts: Parts; routes: Route[]; work: Work },
): Promise<void> {
  const {
    db,
    tail,
    report,
    identities,
    auth,
    mailer,
    publicUrl,
    issuers,
    secrets,
    sessionSecret,
    tracing,
    media,
  } = parts;
  const { clock, config, log } = parts.options;
  const identify = identities.identify.bind(identities);
  const forget = (): void => identities.forget();
  const rateLimit = config.rateLimit ? createRateLimit(clock, () => work.liveCopies()) : noRateLimit;
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
  mountUpload(server, { prefix: '/api/v1', media, identify, rateLimit, publicUrl: () => publicUrl });
  const { imports } = parts;
  mountImportUpload(server, {
    prefix: '/api/v1',
    imports,
    clock,
    identify,
    rateLimit,
    publicUrl: () => publicUrl,
  });
  mountContactFiles(server, { imports, clock });
  mountLedgerExport(server, { prefix: '/api/v1', ledger: parts.ledger, identify, rateLimit });
  const ownHost = config.mediaOrigin === undefined ? undefined : new URL(config.mediaOrigin).host;
  mountMediaLinks(server, { ...media, ownHost });
  const { contacts, formKey } = parts;
  const forms = { db, clock, contacts, formKey, publicUrl: () => publicUrl, rateLimit };
  await mountOptInPage(server, forms);
  await mountPreferences(server, { db, clock, links: parts.links, rateLimit });
  await mountEmbed(server, forms);
  mountPackages(server, { ...parts.rights, rateLimit });
  await mountRightsPage(server, { db, clock, rateLimit });
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
}

/** Where Meta delivers: it asks whether a door is ours, and brings webhooks. */
function mountDoors(server: FastifyInstance, parts: Parts): void {
  const { db, metrics, report } = parts;
  mountHandshake(server, parts);
  mountIngest(server, {
    path: doorPath,
    db,
    clock: parts.options.clock,
    metrics,
    findDoor: (door) => findDoor(parts, door),
    noteDelivery: (door) => db.acrossWorkspaces('numbers', (tx) => noteDeliveries(tx, [door])),
    onStored: () => parts.arrivals.announce(),
    report,
  });
}

/** For whatever watches the program: it lives; it can serve. */
function mountSignsOfLife(server: FastifyInstance, { db }: Parts): void {
  server.get('/healthz', () => ({ status: 'alive' }));
  server.get('/readyz', async () => {
    await db.acrossWorkspaces('processes', (tx) => tx.sql('select 1'));
    return { status: 'ready' };
  });
}

interface Pages {
  routes: readonly Route[];
  webFolder: string | undefined;
  numbers: Parts['numbers'];
  filesOrigin: string | undefined;
}

/** The description of the API, for programs and for people, and the web app. */
async function mountPages(server: FastifyInstance, pages: Pages): Promise<void> {
  const { routes, webFolder, numbers, filesOrigin } = pages;
  const description = await describeApi(routes, version);
  server.get('/openapi.json', () => description);
  const reference = referencePage(description);
  server.get('/docs/api', (_request, reply) => reply.type('text/html; charset=utf-8').send(reference));
  const folder = webFolder ?? path.join(import.meta.dirname, '../../web/dist');
  await serveWebApp(server, { folder, headersOf: signUpPageHeaders(numbers, filesOrigin) });
}
