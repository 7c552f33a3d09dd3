import { openAccount, type OpenAccount } from './accounts.ts';
import { readAccount, readApp, readToken, requireScopes, type TokenFacts } from './credentials.ts';
import { doorOf } from './doors.ts';
import { readNumbers, type MetaNumber } from './meta-number.ts';
import { acrossNumbers, type NumbersParts, type Scope } from './numbers-parts.ts';
import { beginWalk, StepFailed, type Finding, type Step, type StepName } from './steps.ts';
import { daysUntil } from './token-end.ts';
import { isSubscribed, readCallback } from './webhook-set-up.ts';

const checkSteps: StepName[] = [
  'app',
  'token',
  'scopes',
  'account',
  'numbers',
  'callback',
  'subscription',
  'registration',
  'webhook',
];

interface Check {
  parts: NumbersParts;
  scope: Scope;
  access: OpenAccount;
  now: Date;
  signal: AbortSignal;
}

/** Looks at every step on its own, so that a person sees all that is wrong at once. Changes nothing. */
export async function checkAccount(
  parts: NumbersParts,
  scope: Scope,
  { accountId, now, signal }: { accountId: string; now: Date; signal: AbortSignal },
): Promise<{ steps: Step[] }> {
  const { db, graph, secrets } = parts;
  const { workspaceId } = scope;
  const access = await acrossNumbers(db, scope, (tx) => openAccount(tx, secrets, { workspaceId, accountId }));
  const check: Check = { parts, scope, access, now, signal };
  const credentials = credentialsOf(access);
  const walk = beginWalk();
  const app = await walk.attempt('app', () => readApp(graph, credentials, signal));
  if (app !== undefined) {
    const token = await walk.attempt('token', () => checkToken(check));
    if (token !== undefined) {
      await walk.attempt('scopes', async () => requireScopes(token));
      await walk.attempt('account', () => readAccount(graph, credentials, signal));
      const numbers = await walk.attempt('numbers', async () =>
        countNumbers(await readNumbers(graph, credentials, signal)),
      );
      await walk.attempt('subscription', () => checkSubscription(check));
      if (numbers !== undefined) await walk.attempt('registration', async () => checkRegistration(numbers));
    }
    const receivedAt = await walk.attempt('callback', () => checkCallback(check));
    if (receivedAt !== undefined)
      await walk.attempt('webhook', async () => checkLastWebhook(receivedAt, now));
  }
  return { steps: walk.report(checkSteps) };
}

const credentialsOf = ({ app, account, token, appSecret }: OpenAccount) => ({
  metaAppId: app.metaAppId,
  appSecret,
  token,
  wabaId: account.wabaId,
});

async function checkToken({ parts, access, now, signal }: Check): Promise<Finding<TokenFacts>> {
  const found = await readToken(parts.graph, credentialsOf(access), { now, signal });
  const { expiresAt } = found.value;
  const days = expiresAt === null ? Infinity : daysUntil(expiresAt, now);
  if (days > 14) return found;
  const sentence = `The token ends in ${days} days. Make a new one at Meta and connect the account again.`;
  return { ...found, sentence, warning: 'token_ends_soon' };
}

const countNumbers = (numbers: MetaNumber[]): Finding<MetaNumber[]> => ({
  value: numbers,
  sentence: `The account has ${numbers.length === 1 ? 'one number' : `${numbers.length} numbers`}.`,
});

async function checkSubscription({ parts, access, signal }: Check): Promise<Finding<null>> {
  if (await isSubscribed(parts.graph, credentialsOf(access), signal))
    return { value: null, sentence: 'Meta delivers the account’s webhooks to the app.' };
  throw new StepFailed(
    'not_subscribed',
    'The app does not hear of this account. Connect the account again to subscribe it.',
  );
}

function checkRegistration(numbers: MetaNumber[]): Finding<null> {
  const missing = numbers.filter(({ registered }) => !registered).map(({ phone }) => phone);
  if (missing.length === 0) return { value: null, sentence: 'All numbers are registered.' };
  const sentence = `Not registered for the Cloud API: ${missing.join(', ')}. Register it with its PIN.`;
  return { value: null, sentence, warning: 'number_not_registered' };
}

/** When a webhook came through the app's door last, whoever's door that is. */
async function checkCallback({ parts, scope, access, signal }: Check): Promise<Finding<Date | null>> {
  const { graph, db, webhookUrl } = parts;
  const { metaAppId } = access.app;
  const present = await readCallback(graph, credentialsOf(access), signal);
  const door =
    present &&
    (await acrossNumbers(db, scope, (tx) =>
      doorOf(tx, { callbackUrl: present.url, webhookUrl: webhookUrl(), metaAppId }),
    ));
  if (present === null || door === null) {
    const where = present === null ? 'nowhere' : `to ${new URL(present.url).host}`;
    throw new StepFailed(
      'callback_elsewhere',
      `The app’s webhooks go ${where}, not to this installation. Connect the account again to set the address.`,
    );
  }
  const value = door.receivedAt;
  if (present.missing.length === 0)
    return { value, sentence: 'The app’s webhooks come to this installation.' };
  const sentence = `The app does not hear of ${present.missing.join(', ')}. Connect the account again to add them.`;
  return { value, sentence, warning: 'fields_missing' };
}

function checkLastWebhook(receivedAt: Date | null, now: Date): Finding<null> {
  if (receivedAt !== null && now.getTime() - receivedAt.getTime() < 7 * 86_400_000)
    return { value: null, sentence: `A webhook came last on ${receivedAt.toISOString()}.` };
  const sentence =
    'No webhook came in the last seven days. Write to the number from a phone to see whether one does.';
  return { value: null, sentence, warning: 'no_webhook_lately' };
}
