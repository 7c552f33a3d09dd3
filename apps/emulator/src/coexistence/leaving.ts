import type { AccountUpdate, DisconnectionReason, PartnerRemoved } from '@trikon/whatsapp';
import type { JsonObject } from '../world/json.ts';
import { type Connection, type Ground, isJoined, numberIn } from './connections.ts';

export interface Leaving {
  leave(numberId: string, reason: DisconnectionReason, by: 'USER' | 'SYSTEM'): void;
  /** On another device, or after the app was installed again. */
  registerAnew(numberId: string, choice?: { reconnects?: boolean; seconds?: number }): void;
  /** Ends the connection in time when phone or companions lie idle. */
  watch(connection: Connection): void;
}

const day = 24 * 3_600_000;

/** How a number leaves the Cloud API: by its owner, by long idleness, or for the minutes in which it changes phones. */
export function createLeaving(ground: Ground): Leaving {
  const { connections, emulator, setting } = ground;
  const { world } = emulator;
  const leave: Leaving['leave'] = (id, reason, by) => {
    if (!isJoined(ground, id)) return;
    suspend(ground, id);
    connections.change(id, { state: 'disconnected' });
    tellRemoval(ground, id, { reason, initiated_by: by });
  };
  const lookLater = world.tasks.on<{ id: string; since: number }>('coexistence.idle', ({ id, since }) => {
    const connection = connections.get(id);
    if (connection?.connectedAt !== since) return;
    if (connection.state === 'away') lookLater(world.clock.now() + day, { id, since });
    else if (connection.state === 'connected') look(id, since);
  });
  const look = (id: string, since: number): void => {
    const idle = idleness(ground, id);
    if (idle.reason) leave(id, idle.reason, 'SYSTEM');
    else lookLater(idle.nextAt, { id, since });
  };
  const comeBack = world.tasks.on<{ id: string; reconnects: boolean }>(
    'coexistence.back',
    ({ id, reconnects }) => {
      if (connections.get(id)?.state !== 'away') return;
      if (!reconnects) return leave(id, 'USER_RE_REGISTERED', 'USER');
      emulator.directory.numbers.change(id, { registered: true, status: 'CONNECTED' });
      connections.change(id, { state: 'connected' });
      tell(ground, id, { event: 'ACCOUNT_RECONNECTED' });
    },
  );
  return {
    leave,
    watch: ({ id, connectedAt = 0 }) => look(id, connectedAt),
    registerAnew(id, choice = {}) {
      ground.apps.all.change(id, { devices: [], usedAt: world.clock.now() });
      if (connections.get(id)?.state !== 'connected') return;
      suspend(ground, id);
      connections.change(id, { state: 'away' });
      tell(ground, id, { event: 'ACCOUNT_OFFBOARDED' });
      const { seconds = setting.value.reconnectSeconds, reconnects = setting.value.reconnects } = choice;
      comeBack(world.clock.now() + seconds * 1000, { id, reconnects });
    },
  };
}

/** The app keeps the number; the Cloud API neither sends nor hears. Accounts and subscriptions stay as they are. */
function suspend({ emulator }: Ground, id: string): void {
  emulator.directory.numbers.change(id, { registered: false, status: 'DISCONNECTED' });
}

/** Why the connection is to end now, or when to look again. A companion that lay idle is unlinked. */
function idleness(
  { apps, setting, emulator }: Ground,
  id: string,
): { reason: DisconnectionReason | null; nextAt: number } {
  const now = emulator.world.clock.now();
  const { primaryDays, companionDays } = setting.value;
  const { usedAt = now, devices = [] } = apps.all.get(id) ?? {};
  const ends = devices.map(({ lastActiveAt }) => lastActiveAt + companionDays * day);
  const primaryEnd = usedAt + primaryDays * day;
  if (primaryEnd <= now) return { reason: 'PRIMARY_INACTIVITY', nextAt: 0 };
  if (ends.every((end) => end > now)) return { reason: null, nextAt: Math.min(primaryEnd, ...ends) };
  apps.all.change(id, {
    devices: devices.filter(({ lastActiveAt }) => lastActiveAt + companionDays * day > now),
  });
  return { reason: 'COMPANION_INACTIVITY', nextAt: 0 };
}

/** With `waba_info` the entry is the portfolio's, with `phone_number` the account's (Meta, "account_update"). */
function tellRemoval(
  ground: Ground,
  id: string,
  disconnection: NonNullable<PartnerRemoved['disconnection_info']>,
): void {
  const number = numberIn(ground, id);
  const { waba, business } = ground.emulator.directory.ownersOf(number);
  const removed = { event: 'PARTNER_REMOVED', disconnection_info: disconnection } as const;
  if (ground.setting.value.removalByPhoneNumber)
    return tell(ground, id, { ...removed, phone_number: number.phone });
  const info = { waba_id: waba.id, owner_business_id: business.id };
  tell(ground, id, { ...removed, waba_info: info }, business.id);
}

function tell(ground: Ground, id: string, update: AccountUpdate, entryId?: string): void {
  ground.emulator.webhooks.send({
    wabaId: numberIn(ground, id).wabaId,
    field: 'account_update',
    value: update as unknown as JsonObject,
    ...(entryId !== undefined && { entryId }),
  });
}
