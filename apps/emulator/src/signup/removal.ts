import type { PartnerApp, PartnerRemoved } from '@trikon/whatsapp';
import type { Emulator } from '../emulator.ts';
import type { JsonObject } from '../world/json.ts';

/** An owner takes the app away again, in the settings of the portfolio: its tokens end, and it hears of it. */
export function removeApp({ world, directory, webhooks }: Emulator, wabaId: string, appId: string): void {
  const waba = directory.wabas.get(wabaId);
  if (!waba) throw new RangeError(`There is no account ${wabaId}.`);
  const partner = directory.apps.get(appId)?.businessId;
  const info = { waba_id: wabaId, owner_business_id: waba.businessId };
  const news: (PartnerApp | PartnerRemoved)[] = [
    { event: 'PARTNER_APP_UNINSTALLED', waba_info: { ...info, partner_app_id: appId } },
    { event: 'PARTNER_REMOVED', waba_info: info },
  ];
  const entryId = partner ?? waba.businessId;
  for (const value of news)
    webhooks.send({ appId, entryId, wabaId, field: 'account_update', value: value as unknown as JsonObject });
  directory.wabas.change(wabaId, {
    subscriptions: waba.subscriptions.filter((one) => one.appId !== appId),
    partnerBusinessIds: (waba.partnerBusinessIds ?? []).filter((id) => id !== partner),
  });
  const granted = directory.tokens.filter(
    ({ kind, appId: of, wabaIds }) =>
      kind === 'business_integration' && of === appId && wabaIds.includes(wabaId),
  );
  for (const { id, wabaIds } of granted) {
    const left = wabaIds.filter((one) => one !== wabaId);
    directory.tokens.change(id, left.length > 0 ? { wabaIds: left } : { revokedAt: world.clock.now() });
  }
}
