import { isObject, type Json, textIn } from '../json/lossless-json.ts';
import type { WebhookField } from '../webhooks.ts';
import type { CallLimits, Graph, GraphOptions } from './graph.ts';
import { confirm, requiredText } from './reading.ts';

interface App {
  appId: string;
}

export interface AppSubscription {
  callbackUrl?: string;
  isActive: boolean;
  fields: string[];
}

export interface NewAppSubscription extends App {
  /** Meta asks it at once for the verify token. */
  callbackUrl: string;
  verifyToken: string;
  fields: readonly WebhookField[];
}

/** What a token is worth. */
export interface TokenFacts {
  isValid: boolean;
  appId?: string;
  type?: string;
  /** In milliseconds; absent when it does not end. */
  expiresAt?: number;
  scopes: string[];
  /** What each scope reaches; all that the token's owner has if none is named. */
  targets: { scope: string; ids: string[] }[];
  /** Why it is not valid. */
  problem?: string;
}

const object = 'whatsapp_business_account';

/** Refused when the secret is not the app's. */
export async function getApp(
  graph: Graph,
  { appId }: App,
  limits?: CallLimits,
): Promise<{ id: string; name?: string }> {
  const token = appToken(graph.options, appId);
  const query = { fields: 'id,name' };
  const body = await graph.call({ method: 'GET', path: [appId], query, token }, limits);
  return { id: requiredText(body, 'id'), name: textIn(body, 'name') };
}

/** Where the app hears of what, for WhatsApp. */
export async function listAppSubscriptions(
  graph: Graph,
  { appId }: App,
  limits?: CallLimits,
): Promise<AppSubscription[]> {
  const token = appToken(graph.options, appId);
  const { data } = await graph.call({ method: 'GET', path: [appId, 'subscriptions'], token }, limits);
  return listOf(data)
    .filter((one) => textIn(one, 'object') === object)
    .map(readSubscription);
}

export async function setAppSubscription(
  graph: Graph,
  { appId, callbackUrl, verifyToken, fields }: NewAppSubscription,
  limits?: CallLimits,
): Promise<void> {
  const json = {
    object,
    callback_url: callbackUrl,
    verify_token: verifyToken,
    fields: fields.join(','),
    include_values: true,
  };
  const token = appToken(graph.options, appId);
  confirm(await graph.call({ method: 'POST', path: [appId, 'subscriptions'], json, token }, limits));
}

export async function deleteAppSubscription(
  graph: Graph,
  { appId }: App,
  limits?: CallLimits,
): Promise<void> {
  const token = appToken(graph.options, appId);
  const query = { object };
  confirm(await graph.call({ method: 'DELETE', path: [appId, 'subscriptions'], query, token }, limits));
}

export async function debugToken(
  graph: Graph,
  { appId, token }: App & { token: string },
  limits?: CallLimits,
): Promise<TokenFacts> {
  const { data } = await graph.call(
    {
      method: 'GET',
      path: ['debug_token'],
      query: { input_token: token },
      token: appToken(graph.options, appId),
    },
    limits,
  );
  const facts = isObject(data) ? data : {};
  const expires = typeof facts.expires_at === 'number' ? facts.expires_at : 0;
  return {
    isValid: facts.is_valid === true,
    appId: textIn(facts, 'app_id'),
    type: textIn(facts, 'type'),
    expiresAt: expires > 0 ? expires * 1000 : undefined,
    scopes: listOf(facts.scopes).filter((scope) => typeof scope === 'string'),
    targets: listOf(facts.granular_scopes).map((one) => ({
      scope: textIn(one, 'scope') ?? '',
      ids: isObject(one) ? listOf(one.target_ids).map(String) : [],
    })),
    problem: textIn(facts.error, 'message'),
  };
}

/** The token for the code that Embedded Signup leads back with, which is good once and for half a minute. */
export async function exchangeCode(
  graph: Graph,
  { appId, code, redirectUri }: App & { code: string; redirectUri?: string },
  limits?: CallLimits,
): Promise<{ token: string; secondsLeft?: number }> {
  const json = {
    client_id: appId,
    client_secret: secretOf(graph.options),
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
  };
  const path = ['oauth', 'access_token'];
  const body = await graph.call({ method: 'POST', path, json, token: null }, limits);
  const { expires_in: left } = body;
  return {
    token: requiredText(body, 'access_token'),
    secondsLeft: typeof left === 'number' ? left : undefined,
  };
}

const appToken = (options: GraphOptions, appId: string): string => `${appId}|${secretOf(options)}`;

function secretOf({ appSecret }: GraphOptions): string {
  if (appSecret === undefined) throw new TypeError('Calls of the app itself need its secret.');
  return appSecret;
}

function readSubscription(given: Json): AppSubscription {
  const { fields, active } = isObject(given) ? given : {};
  return {
    callbackUrl: textIn(given, 'callback_url'),
    isActive: active === true,
    // Names, or objects with a name and the version of its payload.
    fields: listOf(fields).flatMap((field) =>
      typeof field === 'string' ? field : (textIn(field, 'name') ?? []),
    ),
  };
}

const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);
