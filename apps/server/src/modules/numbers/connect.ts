import { dropUnusedApp, openVerifyToken, prepareApp, type AppRow } from './apps.ts';
import { doorOf, doorUrl } from './doors.ts';
import {
  readAccount,
  readApp,
  readToken,
  requireScopes,
  type Credentials,
  type MetaAccount,
  type TokenFacts,
} from './credentials.ts';
import { readNumbers, type MetaNumber } from './meta-number.ts';
import { refuseTakenAccount, refuseTakenNumbers } from './meta-routes.ts';
import { acrossNumbers, whileNobodyConnects, type NumbersParts, type Scope } from './numbers-parts.ts';
import { beginWalk, StepFailed, type Finding, type Step, type StepName, type Walk } from './steps.ts';
import { storeConnection } from './store-connection.ts';
import { readCallback, removeCallback, setCallback, subscribe } from './webhook-set-up.ts';

export interface Connecting extends Credentials {
  wabaId: string;
  by: 'sign-up' | 'hand';
  /** The number that its owner chose; it has to be among the account's. */
  phoneNumberId?: string | undefined;
}

export interface Connected {
  accountId: string | null;
  steps: Step[];
}

export const connectSteps: StepName[] = [
  'app',
  'token',
  'scopes',
  'account',
  'numbers',
  'callback',
  'subscription',
];

/** Checks everything with Meta before anything is stored. What is connected already is checked and repaired. */
export async function connectAccount(
  parts: NumbersParts,
  scope: Scope,
  given: Connecting,
  { now, signal, walk = beginWalk() }: { now: Date; signal: AbortSignal; walk?: Walk },
): Promise<Connected> {
  try {
    const facts = await readFacts(parts, scope, { given, now, signal, walk });
    const way = { given, now, signal, walk, facts };
    const accountId = await whileNobodyConnects(parts.db, scope, given.metaAppId, () =>
      openUp(parts, scope, way),
    );
    return { accountId, steps: walk.report(connectSteps) };
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    return { accountId: null, steps: walk.report(connectSteps) };
  }
}

interface Way {
  given: Connecting;
  now: Date;
  signal: AbortSignal;
  walk: Walk;
}

interface Facts {
  appName: string;
  token: TokenFacts;
  account: MetaAccount;
  numbers: MetaNumber[];
}

/** Changes nothing, neither here nor at Meta. */
async function readFacts(
  { graph, db }: NumbersParts,
  scope: Scope,
  { given, now, signal, walk }: Way,
): Promise<Facts> {
  const { name: appName } = await walk.take('app', () => readApp(graph, given, signal));
  const token = await walk.take('token', () => readToken(graph, given, { now, signal }));
  await walk.take('scopes', async () => requireScopes(token));
  const account = await walk.take('account', async () => {
    const found = await readAccount(graph, given, signal);
    await acrossNumbers(db, scope, (tx) => refuseTakenAccount(tx, scope.workspaceId, given.wabaId));
    return found;
  });
  const numbers = await walk.take('numbers', async () => {
    const found = await readNumbers(graph, given, signal);
    if (given.phoneNumberId !== undefined) requireNumber(found, given.phoneNumberId);
    await acrossNumbers(db, scope, (tx) => refuseTakenNumbers(tx, scope.workspaceId, found));
    return { value: found, sentence: sentenceOf(found) };
  });
  return { appName, token, account, numbers };
}

function requireNumber(numbers: readonly MetaNumber[], phoneNumberId: string): void {
  if (numbers.some((number) => number.phoneNumberId === phoneNumberId)) return;
  throw new StepFailed('number_unknown', 'The account has no such number. Start the sign-up again.');
}

function sentenceOf(numbers: readonly MetaNumber[]): string {
  if (numbers.length === 0)
    return 'The account has no number yet; one that is added appears within the hour.';
  return `The account has ${numbers.map(({ phone }) => phone).join(', ')}.`;
}

/** From here on things change at Meta, and are taken back when the rest fails. */
async function openUp(
  parts: NumbersParts,
  scope: Scope,
  { given, signal, walk, facts }: Way & { facts: Facts },
): Promise<string> {
  const { db, graph, secrets } = parts;
  const app = await acrossNumbers(db, scope, (tx) =>
    prepareApp(tx, secrets, {
      workspaceId: scope.workspaceId,
      metaAppId: given.metaAppId,
      name: facts.appName,
      appSecret: given.appSecret,
    }),
  );
  let wasSet = false;
  try {
    wasSet = await walk.take('callback', () => ensureCallback(parts, scope, { app, given, signal }));
    return await walk.take('subscription', async () => {
      const { sentence } = await subscribe(graph, given, signal);
      const connection = { app, ...facts, credentials: given, by: given.by };
      const value = await acrossNumbers(db, scope, (tx) => storeConnection(tx, secrets, connection));
      return { value, sentence };
    });
  } catch (error) {
    if (app.connectedAt === null) {
      // Nobody else may have come to rely on the door, for it is as new as the app.
      if (wasSet) await removeCallback(graph, given, AbortSignal.timeout(4_000)).catch(() => {});
      await acrossNumbers(db, scope, (tx) => dropUnusedApp(tx, app));
    }
    throw error;
  }
}

/** Whether the callback was set now; it stays where it is when it leads to a door of this installation. */
async function ensureCallback(
  { db, graph, secrets, webhookUrl }: NumbersParts,
  scope: Scope,
  { app, given, signal }: { app: AppRow; given: Connecting; signal: AbortSignal },
): Promise<Finding<boolean>> {
  const { metaAppId } = given;
  const present = await readCallback(graph, given, signal);
  const isOurs =
    present !== null &&
    present.missing.length === 0 &&
    (await acrossNumbers(db, scope, (tx) =>
      doorOf(tx, { callbackUrl: present.url, webhookUrl: webhookUrl(), metaAppId }),
    )) !== null;
  if (isOurs) return { value: false, sentence: 'The app’s webhooks come to this installation already.' };
  const verifyToken = await acrossNumbers(db, scope, (tx) => openVerifyToken(tx, secrets, app));
  const callbackUrl = doorUrl(webhookUrl(), app.door);
  await setCallback(graph, { ...given, callbackUrl, verifyToken }, signal);
  const { host } = new URL(callbackUrl);
  const before = present === null ? host : new URL(present.url).host;
  if (before === host) return { value: true, sentence: `Meta has verified the webhook address at ${host}.` };
  const sentence = `The app’s webhooks went to ${before} before and come to ${host} from now on.`;
  return { value: true, sentence, warning: 'callback_elsewhere' };
}
