import type { PartnerApp, PartnerLink } from '@trikon/whatsapp';
import type { Accounts } from '../accounts/accounts.ts';
import type { Emulator } from '../emulator.ts';
import type { JsonObject } from '../world/json.ts';
import { type BusinessAppDesk, partnerOf } from './business-app.ts';
import type { Session } from './session.ts';

/** What the owner granted in the end. */
export interface Onboarded {
  appId: string;
  businessId: string;
  wabaId: string;
  numberId?: string;
  /** The number stays in the WhatsApp Business app. */
  businessApp: boolean;
  /** The app shares the chats of the last months. */
  sharesHistory: boolean;
}

/** Shares the account with the app and its maker, tells the app so, and gives the code for its token. */
export function finish(
  emulator: Emulator,
  accounts: Accounts,
  desk: BusinessAppDesk,
  session: Session,
): { code: string; onboarded: Onboarded } {
  const { directory } = emulator;
  const { appId, businessId = '', wabaId = '', numberId, businessApp, sharesHistory = false } = session;
  const partner = directory.apps.get(appId)?.businessId;
  const waba = directory.wabas.get(wabaId);
  if (partner !== undefined && partner !== businessId) {
    const partners = new Set([...(waba?.partnerBusinessIds ?? []), partner]);
    directory.wabas.change(wabaId, { partnerBusinessIds: [...partners] });
  }
  if (businessApp && numberId !== undefined)
    desk.complete(numberId, { partner: partnerOf(emulator, session), sharesHistory });
  tellPartner(emulator, session, partner ?? businessId);
  const code = accounts.loginCodes.issue({
    appId,
    businessId,
    wabaIds: [wabaId],
    scopes: ['whatsapp_business_management', 'whatsapp_business_messaging', 'business_management'],
    ...(session.redirectUri !== undefined && { redirectUri: session.redirectUri }),
  });
  const onboarded = {
    appId,
    businessId,
    wabaId,
    businessApp,
    sharesHistory,
    ...(numberId !== undefined && { numberId }),
  };
  return { code, onboarded };
}

/** The app is not subscribed to the account yet; this news comes all the same. */
function tellPartner(
  { webhooks }: Emulator,
  { appId, businessId = '', wabaId = '' }: Session,
  entryId: string,
): void {
  const info = { waba_id: wabaId, owner_business_id: businessId };
  const news: (PartnerApp | PartnerLink)[] = [
    { event: 'PARTNER_APP_INSTALLED', waba_info: { ...info, partner_app_id: appId } },
    { event: 'PARTNER_ADDED', waba_info: info },
  ];
  for (const value of news) {
    webhooks.send({ appId, entryId, wabaId, field: 'account_update', value: value as unknown as JsonObject });
  }
}
