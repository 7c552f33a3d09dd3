import type { Update, UpdateKind } from '@trikon/whatsapp/webhooks';
import type { Routes } from '../../numbers/index.ts';

/** A delivery whose turn it is. */
export interface Claimed {
  deliveryId: string;
  /** Whose door it came through. */
  workspaceId: string;
  receivedOn: string;
  receivedAt: Date;
  metaAppId: string | null;
  attempts: number;
  body: Buffer;
}

/** An update and to whom it belongs. */
export interface Routed<Kind extends UpdateKind = UpdateKind> {
  update: Extract<Update, { kind: Kind }>;
  delivery: Pick<Claimed, 'deliveryId' | 'receivedAt'>;
  workspaceId: string;
  accountId: string;
  /** In which the user ids that it names are good; null while unknown. */
  portfolioId: string | null;
  /** Null for what concerns an account as a whole. */
  numberId: string | null;
}

export type Unroutable = 'unknown_number' | 'other_app';

/**
 * To whom an update belongs. What names a number belongs to that number alone: its account may have others here. And
 * only what was signed by the app that the number is connected through is believed.
 */
export function routeUpdate(
  { phoneNumberId, wabaId }: Pick<Update, 'phoneNumberId' | 'wabaId'>,
  metaAppId: string | null,
  routes: Routes,
): Pick<Routed, 'workspaceId' | 'accountId' | 'portfolioId' | 'numberId'> | Unroutable {
  const number = phoneNumberId === undefined ? undefined : routes.numbers.get(phoneNumberId);
  const route = phoneNumberId === undefined ? routes.accounts.get(wabaId) : number;
  if (route === undefined) return 'unknown_number';
  if (route.metaAppId !== metaAppId) return 'other_app';
  const { workspaceId, accountId, portfolioId } = route;
  return { workspaceId, accountId, portfolioId, numberId: number?.numberId ?? null };
}
