import { openGraph, limitsOf, type GraphPlace } from './graph.ts';
import { answerOf, outOfReach, refusalWith } from './meta-problem.ts';
import { StepFailed, type Finding } from './steps.ts';

/** What opens an account: an app, its secret, and a token that was given to the app. */
export interface Credentials {
  metaAppId: string;
  appSecret: string;
  token: string;
}

export interface TokenFacts {
  kind: string;
  scopes: string[];
  expiresAt: Date | null;
}

export interface MetaAccount {
  wabaId: string;
  name: string;
  currency: string | null;
  timeZoneId: string | null;
  reviewStatus: string | null;
  /** Meta's id of the business that owns it. */
  portfolioId: string | null;
}

const neededScopes = ['whatsapp_business_management', 'whatsapp_business_messaging'];

export async function readApp(
  place: GraphPlace,
  { metaAppId, appSecret }: Pick<Credentials, 'metaAppId' | 'appSecret'>,
  signal: AbortSignal,
): Promise<Finding<{ name: string }>> {
  try {
    const app = await openGraph(place, { appSecret }).getApp({ appId: metaAppId }, limitsOf(signal));
    const name = app.name ?? metaAppId;
    return { value: { name }, sentence: `Meta knows the app ${name}, and the secret is its own.` };
  } catch (error) {
    const refused = refusalWith(error, 1, 100, 101, 102, 104, 190, 803);
    if (refused === null) throw error;
    throw new StepFailed(
      'app_secret_wrong',
      'Meta does not accept this app id and secret together. Copy both from the app’s basic settings at Meta.',
      answerOf(refused),
    );
  }
}

export async function readToken(
  place: GraphPlace,
  { metaAppId, appSecret, token }: Credentials,
  { now, signal }: { now: Date; signal: AbortSignal },
): Promise<Finding<TokenFacts>> {
  const asked = openGraph(place, { appSecret }).debugToken({ appId: metaAppId, token }, limitsOf(signal));
  const facts = await asked.catch((error: unknown) => {
    throw refusalWith(error, 100) ? strangeToken() : error;
  });
  if (facts.appId !== undefined && facts.appId !== metaAppId) throw strangeToken();
  const expiresAt = facts.expiresAt === undefined ? null : new Date(facts.expiresAt);
  if (expiresAt !== null && expiresAt <= now)
    throw new StepFailed('token_expired', 'The token has expired. Make a new one at Meta.');
  if (!facts.isValid) {
    const sentence =
      'Meta does not accept this token (any more). Make a new one for a system user of the business.';
    throw new StepFailed('token_invalid', sentence);
  }
  return {
    value: { kind: facts.type ?? 'UNKNOWN', scopes: facts.scopes, expiresAt },
    sentence:
      expiresAt === null
        ? 'The token is valid and does not expire.'
        : `The token is valid until ${expiresAt.toISOString().slice(0, 10)}.`,
  };
}

const strangeToken = (): StepFailed =>
  new StepFailed(
    'token_of_another_app',
    'The token belongs to another app. Make one for this app, or enter the app that it belongs to.',
  );

/** Decides without asking again: the scopes came with the token. */
export function requireScopes({ scopes }: TokenFacts): Finding<null> {
  const missing = neededScopes.filter((scope) => !scopes.includes(scope));
  if (missing.length === 0)
    return { value: null, sentence: 'The token may manage the account and send messages.' };
  const sentence = `The token lacks ${missing.join(' and ')}. Make one that has both permissions.`;
  throw new StepFailed('scope_missing', sentence);
}

export async function readAccount(
  place: GraphPlace,
  { wabaId, ...credentials }: Credentials & { wabaId: string },
  signal: AbortSignal,
): Promise<Finding<MetaAccount>> {
  try {
    const account = await openGraph(place, credentials).getAccount({ accountId: wabaId }, limitsOf(signal));
    const { name = wabaId, currency = null, timezoneId = null, reviewStatus = null } = account;
    const portfolioId = account.businessId ?? null;
    const value = { wabaId, name, currency, timeZoneId: timezoneId, reviewStatus, portfolioId };
    return { value, sentence: `The account is ${name}.` };
  } catch (error) {
    const refused = outOfReach(error);
    if (refused === null) throw error;
    throw new StepFailed(
      'account_unreadable',
      `The token cannot see an account ${wabaId}. Check the number, and that the account is assigned to the token’s user.`,
      answerOf(refused),
    );
  }
}
