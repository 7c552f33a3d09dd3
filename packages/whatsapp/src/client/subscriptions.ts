import { isObject, type Json, textIn } from '../json/lossless-json.ts';
import type { CallLimits, Graph } from './graph.ts';
import { confirm } from './reading.ts';

/** A callback in place of the app's own, for `messages` and its like. At most 200 characters; Meta asks it at once. */
export interface CallbackOverride {
  url: string;
  verifyToken: string;
}

export interface SubscribedApp {
  appId: string;
  name?: string;
  overrideUrl?: string;
}

interface Account {
  accountId: string;
}

/** Which apps hear of an account. */
export async function listSubscribedApps(
  graph: Graph,
  { accountId }: Account,
  limits?: CallLimits,
): Promise<SubscribedApp[]> {
  const { data } = await graph.call({ method: 'GET', path: pathOf(accountId) }, limits);
  return Array.isArray(data) ? data.flatMap(readApp) : [];
}

/** Without an override an earlier one is taken away. Doing it again changes nothing. */
export async function subscribeApp(
  graph: Graph,
  { accountId, override }: Account & { override?: CallbackOverride },
  limits?: CallLimits,
): Promise<void> {
  const json = override ? wire(override) : {};
  confirm(await graph.call({ method: 'POST', path: pathOf(accountId), json }, limits));
}

export async function unsubscribeApp(
  graph: Graph,
  { accountId }: Account,
  limits?: CallLimits,
): Promise<void> {
  confirm(await graph.call({ method: 'DELETE', path: pathOf(accountId) }, limits));
}

/** A callback for one number; null takes it away. */
export async function setNumberCallback(
  graph: Graph,
  { numberId, override }: { numberId: string; override: CallbackOverride | null },
  limits?: CallLimits,
): Promise<void> {
  const json = { webhook_configuration: override ? wire(override) : { override_callback_uri: '' } };
  confirm(await graph.call({ method: 'POST', path: [numberId], json }, limits));
}

const pathOf = (accountId: string) => [accountId, 'subscribed_apps'];

const wire = ({ url, verifyToken }: CallbackOverride) => ({
  override_callback_uri: url,
  verify_token: verifyToken,
});

function readApp(given: Json): SubscribedApp[] {
  const app = isObject(given) ? given.whatsapp_business_api_data : undefined;
  const appId = textIn(app, 'id');
  if (appId === undefined) return [];
  return [{ appId, name: textIn(app, 'name'), overrideUrl: textIn(given, 'override_callback_uri') }];
}
