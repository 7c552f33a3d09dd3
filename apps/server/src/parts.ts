import { randomBytes } from 'node:crypto';
import type { Config } from './config.ts';
import { templateScorecardSubscribers } from './modules/analytics/index.ts';
import { auditSubscribers } from './modules/audit/index.ts';
import {
  changesIdentity,
  createAuth,
  createIdentities,
  openIssuers,
  sessionCookieName,
} from './modules/workspaces/index.ts';
import { captureSubscribers, createPreferenceLinks } from './modules/capture/index.ts';
import { openContactFiles } from './contact-files.ts';
import { openMessaging } from './messaging.ts';
import { comeBackSubscriber, hearRequests } from './modules/governance/index.ts';
import { openLedgerKey, type LedgerParts } from './modules/consent/index.ts';
import { processingSubscribers } from './modules/messaging/index.ts';
import type { NumbersParts } from './modules/numbers/index.ts';
import { templatesSubscribers } from './modules/templates/index.ts';
import { openGraphPlace } from './numbers.ts';
import type { Clock } from './platform/clock/index.ts';
import { connectDatabase, type Database } from './platform/db/index.ts';
import { EventConsumers, EventTail } from './platform/events/index.ts';
import type { Logger } from './platform/log/index.ts';
import { createMailer, type Mailer } from './platform/mail/index.ts';
import { createMetrics } from './platform/metrics/index.ts';
import { createSecrets, derive, openInstallationKey } from './platform/secrets/index.ts';
import { createTracing } from './platform/tracing/index.ts';
import { markKeyOf, openRights } from './rights.ts';
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

export type Parts = Awaited<ReturnType<typeof openParts>>;

/** Everything that the program is made of, each handed what it needs. */
export async function openParts(options: AppOptions) {
  const { config, clock, log, masterKey } = options;
  const ground = openGround(options);
  const { metrics, tracing, db, report, tail } = ground;
  const storage = await openStorage(config);
  const mailer = openMailer(config, log);
  const installationKey = await db.acrossWorkspaces('maintenance', (tx) =>
    openInstallationKey(tx, masterKey),
  );
  const consumers = openConsumers(ground, installationKey);
  const secrets = createSecrets({ masterKey, installationKey, clock });
  const issuers = openIssuers({ clock, allowPrivate: config.allowPrivate });
  const signIn = openSignIn({ options, db, mailer, installationKey });
  const { outbound, ...graphPlace } = openGraphPlace(config);
  const webhookUrl = (): string => config.webhookUrl ?? signIn.publicUrl;
  const numbers: NumbersParts = { db, secrets, webhookUrl, ...graphPlace };
  const { publicUrl } = signIn;
  const around = {
    db,
    clock,
    tail,
    metrics,
    storage,
    numbers,
    config,
    installationKey,
    publicUrl,
    log,
    report,
  };
  const messaging = openMessaging(around);
  const ledger: LedgerParts = {
    db,
    storage,
    keyOf: (workspaceId) => openLedgerKey(installationKey, workspaceId),
  };

  tail.subscribe((events) => {
    if (events.some(({ type }) => changesIdentity(type))) signIn.identities.forget();
  });
  const close = async (): Promise<void> => {
    await mailer?.settle();
    await storage.close();
    await issuers.close();
    await outbound.close();
    await messaging.close();
    await tracing.close();
    metrics.close();
    await db.close();
  };
  return {
    options,
    ...ground,
    consumers,
    storage,
    mailer,
    secrets,
    issuers,
    numbers,
    ledger,
    rights: openRights({ ...around, ...messaging, ledger }),
    imports: openContactFiles(around),
    ...messaging,
    ...signIn,
    formKey: derive(installationKey, 'opt-in forms', 32),
    links: createPreferenceLinks(installationKey, () => publicUrl),
    close,
  };
}

function openConsumers({ db, tail, report }: ReturnType<typeof openGround>, installationKey: Buffer) {
  return new EventConsumers({
    db,
    tail,
    subscribers: [
      ...auditSubscribers,
      ...templatesSubscribers,
      ...templateScorecardSubscribers,
      ...processingSubscribers,
      ...captureSubscribers,
      hearRequests,
      comeBackSubscriber(markKeyOf(installationKey)),
    ],
    report,
  });
}

/** What everything else stands on. */
function openGround(options: AppOptions) {
  const { config, clock, log, databaseUrl, masterKey } = options;
  const metrics = createMetrics();
  const tracing = createTracing({ endpoint: config.tracesEndpoint, serviceVersion: version, log });
  const { rolePrefix, poolSize } = config;
  const onIdleError = (error: Error): void => log.warn({ err: error }, 'an idle database connection broke');
  const db = connectDatabase({
    url: databaseUrl,
    masterKey,
    rolePrefix,
    poolSize,
    clock,
    tracing,
    onIdleError,
  });
  const report = (error: unknown, where: string): void =>
    log.error({ err: error, where }, 'something failed and is tried again');
  const tail = new EventTail({ db, report });
  return { metrics, tracing, db, report, tail };
}

interface SignInOptions {
  options: AppOptions;
  db: Database;
  mailer: Mailer | null;
  installationKey: Buffer;
}

function openSignIn({ options: { config, clock }, db, mailer, installationKey }: SignInOptions) {
  const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
  // From the installation's own key, so that a change of the master key signs nobody out.
  const sessionSecret = derive(installationKey, 'session cookies', 32).toString('hex');
  const cookieName = sessionCookieName(publicUrl.startsWith('https:'));
  const identities = createIdentities({ db, clock, cookieName, secret: sessionSecret });
  const auth = createAuth({ pool: db.pools.auth, clock, secret: sessionSecret, publicUrl, mailer });
  const setUpCode = randomBytes(5).toString('hex');
  return { publicUrl, sessionSecret, cookieName, identities, auth, setUpCode };
}

function openMailer({ smtpUrl, mailFrom }: Config, log: Logger): Mailer | null {
  return smtpUrl ? createMailer({ url: smtpUrl, from: mailFrom ?? 'Trikon <trikon@localhost>', log }) : null;
}
