import type { WebhookField } from '@trikon/whatsapp';
import type { Credentials } from './credentials.ts';
import { openGraph, limitsOf, type GraphPlace } from './graph.ts';
import { answerOf, outOfReach, refusalWith } from './meta-problem.ts';
import { StepFailed, type Finding } from './steps.ts';

/** What the product hears of an account (Meta, "Webhooks fields"); Meta refuses a list with a name that it does not know. */
const neededFields: WebhookField[] = [
  'account_alerts',
  'account_review_update',
  'account_settings_update',
  'account_update',
  'business_capability_update',
  'calls',
  'flows',
  'group_lifecycle_update',
  'group_participants_update',
  'group_settings_update',
  'group_status_update',
  'history',
  'message_template_components_update',
  'message_template_quality_update',
  'message_template_status_update',
  'messages',
  'messaging_handovers',
  'payment_configuration_update',
  'phone_number_name_update',
  'phone_number_quality_update',
  'security',
  'smb_app_state_sync',
  'smb_message_echoes',
  'template_category_update',
  'template_correct_category_detection',
  'user_preferences',
];

type AppAccess = Pick<Credentials, 'metaAppId' | 'appSecret'>;
type AccountAccess = Pick<Credentials, 'appSecret' | 'token'> & { wabaId: string };

/** Where an app's webhooks go, and which of those that we need are not among them. */
interface AppCallback {
  url: string;
  missing: string[];
}

/** Null while they go nowhere. */
export async function readCallback(
  place: GraphPlace,
  { metaAppId: appId, ...app }: AppAccess,
  signal: AbortSignal,
): Promise<AppCallback | null> {
  const listed = await openGraph(place, app).listAppSubscriptions({ appId }, limitsOf(signal));
  const found = listed.find(({ isActive, callbackUrl }) => isActive && callbackUrl !== undefined);
  if (found?.callbackUrl === undefined) return null;
  const heard = new Set(found.fields);
  return { url: found.callbackUrl, missing: neededFields.filter((field) => !heard.has(field)) };
}

/** Meta asks at the address at once whether it is ours. */
export async function setCallback(
  place: GraphPlace,
  { metaAppId: appId, appSecret, ...callback }: AppAccess & { callbackUrl: string; verifyToken: string },
  signal: AbortSignal,
): Promise<void> {
  const { callbackUrl, verifyToken } = callback;
  const subscription = { appId, callbackUrl, verifyToken, fields: neededFields };
  try {
    await openGraph(place, { appSecret }).setAppSubscription(subscription, limitsOf(signal));
  } catch (error) {
    const refused = refusalWith(error, 2200, 100);
    if (refused === null) throw error;
    // Not the address itself: whoever knows it can knock at the door.
    const { host } = new URL(callbackUrl);
    throw new StepFailed(
      'callback_not_verified',
      `Meta could not verify the webhook address at ${host}. It has to be reachable from the internet over https; set TRIKON_WEBHOOK_URL or TRIKON_PUBLIC_URL to such an address.`,
      answerOf(refused),
    );
  }
}

export async function removeCallback(
  place: GraphPlace,
  { metaAppId: appId, appSecret }: AppAccess,
  signal: AbortSignal,
): Promise<void> {
  await openGraph(place, { appSecret }).deleteAppSubscription({ appId }, limitsOf(signal));
}

export async function isSubscribed(
  place: GraphPlace,
  { metaAppId, wabaId, token, appSecret }: AccountAccess & AppAccess,
  signal: AbortSignal,
): Promise<boolean> {
  const graph = openGraph(place, { token, appSecret });
  const apps = await graph.listSubscribedApps({ accountId: wabaId }, limitsOf(signal));
  return apps.some(({ appId }) => appId === metaAppId);
}

export async function subscribe(
  place: GraphPlace,
  { wabaId, token, appSecret }: AccountAccess,
  signal: AbortSignal,
): Promise<Finding<null>> {
  try {
    await openGraph(place, { token, appSecret }).subscribeApp({ accountId: wabaId }, limitsOf(signal));
    return { value: null, sentence: 'Meta delivers the account’s webhooks to the app.' };
  } catch (error) {
    const refused = outOfReach(error);
    if (refused === null) throw error;
    const sentence =
      'Meta does not let this token subscribe the app to the account. Give its user full control of the account.';
    throw new StepFailed('not_subscribed', sentence, answerOf(refused));
  }
}

export async function unsubscribe(
  place: GraphPlace,
  { wabaId, token, appSecret }: AccountAccess,
  signal: AbortSignal,
): Promise<void> {
  await openGraph(place, { token, appSecret }).unsubscribeApp({ accountId: wabaId }, limitsOf(signal));
}
