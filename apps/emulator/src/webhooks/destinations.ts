import type { Directory } from '../directory/directory.ts';
import type { App } from '../directory/records.ts';
import type { Update } from './update.ts';

export interface Destination {
  app: App;
  url: string;
}

/**
 * Where an update goes: to every app that is subscribed to the account and to the field. The callback of the number,
 * else of the account, takes the place of the app's, for `messages` only (Meta, "Override webhooks").
 */
export function destinationsOf(
  { apps, wabas, numbers }: Directory,
  { wabaId, numberId, field, appId }: Update,
): Destination[] {
  if (appId !== undefined) return destinationOf(apps.get(appId), field);
  const found: Destination[] = [];
  const number = numberId === undefined ? undefined : numbers.get(numberId);
  for (const subscription of wabas.get(wabaId)?.subscriptions ?? []) {
    const app = apps.get(subscription.appId);
    if (!app?.fields.includes(field)) continue;
    const override = field === 'messages' ? (number?.callbackUrl ?? subscription.callbackUrl) : undefined;
    const url = override ?? app.callbackUrl;
    if (url !== undefined) found.push({ app, url });
  }
  return found;
}

const destinationOf = (app: App | undefined, field: string): Destination[] =>
  app?.callbackUrl !== undefined && app.fields.includes(field) ? [{ app, url: app.callbackUrl }] : [];
