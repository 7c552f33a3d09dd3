import type { AccountUpdate, RestrictionType } from '@trikon/whatsapp';
import type { BusinessNumber, Restriction, Waba } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { JsonObject } from '../../world/json.ts';
import { day } from '../times.ts';

interface RestrictionOrder {
  types: RestrictionType[];
  /** For ever when absent. */
  days?: number;
  violation?: string;
  numberId?: string;
  remediation?: string;
}

/** What Meta does to an account that breaks its rules, up to the ban and back (Meta, "Policy enforcement"). */
export interface Enforcement {
  warn(wabaId: string, violation: string): void;
  restrict(wabaId: string, order: RestrictionOrder): void;
  lift(wabaId: string, type?: RestrictionType): void;
  /** The next step of the ladder: a warning, 1 and 3 days, 5, 7 and 30 days, the lock, the ban. Gives its name. */
  escalate(wabaId: string, violation: string): string;
  lock(wabaId: string): void;
  /** Bans now, or announces a ban that comes in so many days. */
  disable(wabaId: string, inDays?: number): void;
  /** An appeal succeeded: no lock, no ban, no restrictions. */
  reinstate(wabaId: string): void;
  deleteAccount(wabaId: string): void;
}

const noTemplates: RestrictionType[] = [
  'RESTRICTED_BIZ_INITIATED_MESSAGING',
  'RESTRICTED_ADD_PHONE_NUMBER_ACTION',
];
const noMessages: RestrictionType[] = [...noTemplates, 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING'];

const ladder: { name: string; types: RestrictionType[]; days: number }[] = [
  { name: 'one day without templates', types: noTemplates, days: 1 },
  { name: 'three days without templates', types: noTemplates, days: 3 },
  { name: 'five days without messages', types: noMessages, days: 5 },
  { name: 'seven days without messages', types: noMessages, days: 7 },
  { name: 'thirty days without messages', types: noMessages, days: 30 },
];

export function createEnforcement(emulator: Emulator): Enforcement {
  const { wabas } = emulator.directory;
  emulator.world.tasks.on<Due>('accounts.lift', ({ wabaId, at }) => {
    const waba = wabas.get(wabaId);
    if (waba) wabas.change(wabaId, { restrictions: waba.restrictions.filter(({ until }) => until !== at) });
  });
  emulator.world.tasks.on<Due>('accounts.ban', ({ wabaId, at }) => {
    const waba = wabas.get(wabaId);
    if (waba?.banState === 'SCHEDULE_FOR_DISABLE' && waba.banAt === at) ban(emulator, wabaId);
  });
  return {
    warn: (wabaId, violation) => warn(emulator, wabaId, violation),
    restrict: (wabaId, order) => restrict(emulator, wabaId, order),
    lift(wabaId, type) {
      const { restrictions } = get(emulator, wabaId);
      const left = type === undefined ? [] : restrictions.filter((one) => one.type !== type);
      wabas.change(wabaId, { restrictions: left });
    },
    escalate: (wabaId, violation) => escalate(emulator, wabaId, violation),
    lock: (wabaId) => lock(emulator, wabaId),
    disable: (wabaId, inDays = 0) =>
      inDays > 0 ? announceBan(emulator, wabaId, inDays) : ban(emulator, wabaId),
    reinstate: (wabaId) => reinstate(emulator, wabaId),
    deleteAccount: (wabaId) => deleteAccount(emulator, wabaId),
  };
}

type Due = { wabaId: string; at: number };

function tell({ webhooks }: Emulator, wabaId: string, value: AccountUpdate): void {
  webhooks.send({ wabaId, field: 'account_update', value: value as unknown as JsonObject });
}

function warn(emulator: Emulator, wabaId: string, violation: string): void {
  const { extra } = get(emulator, wabaId);
  const violations = Number(extra.violations ?? 0) + 1;
  emulator.directory.wabas.change(wabaId, { extra: { ...extra, violations } });
  tell(emulator, wabaId, { event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: violation } });
}

function restrict(emulator: Emulator, wabaId: string, order: RestrictionOrder): void {
  const { world, directory } = emulator;
  const { types, days, violation, numberId, remediation } = order;
  const until = days === undefined ? undefined : world.clock.now() + days * day;
  const others = get(emulator, wabaId).restrictions.filter(({ type }) => !types.some((one) => one === type));
  const fresh = types.map((type): Restriction => ({ type, ...(until !== undefined && { until }) }));
  directory.wabas.change(wabaId, { restrictions: [...others, ...fresh] });
  if (until !== undefined)
    world.tasks.schedule({ kind: 'accounts.lift', at: until, payload: { wabaId, at: until } });
  const phone = numberId === undefined ? undefined : directory.numbers.get(numberId)?.phone;
  tell(emulator, wabaId, {
    event: 'ACCOUNT_RESTRICTION',
    ...(phone !== undefined && { phone_number: phone }),
    ...(violation !== undefined && { violation_info: { violation_type: violation } }),
    restriction_info: types.map((type) => ({
      restriction_type: type,
      ...(until !== undefined && { expiration: Math.floor(until / 1000) }),
      ...(remediation !== undefined && { remediation }),
    })),
  });
}

function escalate(emulator: Emulator, wabaId: string, violation: string): string {
  const { extra, locked } = get(emulator, wabaId);
  const violations = Number(extra.violations ?? 0);
  warn(emulator, wabaId, violation);
  if (violations === 0) return 'warning';
  const step = ladder[violations - 1];
  if (step) restrict(emulator, wabaId, { ...step, violation });
  else if (locked) ban(emulator, wabaId);
  else lock(emulator, wabaId);
  return step?.name ?? (locked ? 'ban' : 'lock');
}

function lock(emulator: Emulator, wabaId: string): void {
  emulator.directory.wabas.change(wabaId, { locked: true });
  const restrictions = noMessages.map((type) => ({ restriction_type: type }));
  tell(emulator, wabaId, { event: 'ACCOUNT_RESTRICTION', restriction_info: restrictions });
}

function announceBan(emulator: Emulator, wabaId: string, inDays: number): void {
  const { world, directory } = emulator;
  const at = world.clock.now() + inDays * day;
  directory.wabas.change(wabaId, { banState: 'SCHEDULE_FOR_DISABLE', banAt: at });
  world.tasks.schedule({ kind: 'accounts.ban', at, payload: { wabaId, at } });
  tellBan(emulator, wabaId, 'SCHEDULE_FOR_DISABLE', at);
}

function ban(emulator: Emulator, wabaId: string): void {
  const { world, directory } = emulator;
  const now = world.clock.now();
  directory.wabas.change(wabaId, { banState: 'DISABLE', banAt: now });
  for (const { id, registered } of directory.numbersOf(wabaId)) {
    if (registered) directory.numbers.change(id, { status: 'BANNED' });
  }
  tellBan(emulator, wabaId, 'DISABLE', now);
}

function reinstate(emulator: Emulator, wabaId: string): void {
  const { world, directory } = emulator;
  const { violations: _violations, ...extra } = get(emulator, wabaId).extra;
  const clean = { locked: false, banState: undefined, banAt: undefined, restrictions: [], extra };
  directory.wabas.change(wabaId, clean);
  for (const number of directory.numbersOf(wabaId)) unban(emulator, number);
  tellBan(emulator, wabaId, 'REINSTATE', world.clock.now());
}

function deleteAccount(emulator: Emulator, wabaId: string): void {
  const { world, directory } = emulator;
  tell(emulator, wabaId, { event: 'ACCOUNT_DELETED' });
  const gone = { status: 'DELETED', registered: false, deletedAt: world.clock.now() } as const;
  for (const { id } of directory.numbersOf(wabaId)) directory.numbers.change(id, gone);
}

type BanState = 'SCHEDULE_FOR_DISABLE' | 'DISABLE' | 'REINSTATE';

function tellBan(emulator: Emulator, wabaId: string, state: BanState, at: number): void {
  const ban = { waba_ban_state: state, waba_ban_date: dateText(at) };
  tell(emulator, wabaId, { event: 'DISABLED_UPDATE', ban_info: ban });
}

function unban({ directory: { numbers } }: Emulator, { id, status, registered }: BusinessNumber): void {
  if (status === 'BANNED') numbers.change(id, { status: registered ? 'CONNECTED' : 'DISCONNECTED' });
}

function get({ directory: { wabas } }: Emulator, wabaId: string): Waba {
  const waba = wabas.get(wabaId);
  if (!waba) throw new RangeError(`There is no account ${wabaId}.`);
  return waba;
}

/** In words, as Meta writes it: `April 17, 2026`. */
const dateText = (at: number): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(at);
