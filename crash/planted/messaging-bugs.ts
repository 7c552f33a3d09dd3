import { type PlantedBug, testOf } from './bug.ts';

const messaging = 'apps/server/src/modules/messaging';
const statuses = testOf(`${messaging}/processing/statuses.pg.test.ts`);
const inbound = testOf(`${messaging}/processing/inbound.pg.test.ts`);
const parking = testOf(`${messaging}/processing/parking.pg.test.ts`);
const killed = testOf(`${messaging}/dispatch/killed.pg.test.ts`);
const outcomes = testOf(`${messaging}/dispatch/outcomes.pg.test.ts`);
const steer = testOf(`${messaging}/dispatch/steer.pg.test.ts`);
const sending = testOf(`${messaging}/send/send.pg.test.ts`);
const references = testOf(`${messaging}/messages/reference.test.ts`);

/** Mistakes in what becomes of webhooks and of what is sent. */
export const messagingBugs: PlantedBug[] = [
  {
    name: 'the status that came last wins',
    file: `${messaging}/messages/advance-messages.ts`,
    find: 'const goesOn = `told.rank > ${rankBefore}`;',
    put: 'const goesOn = `told.rank >= 0`;',
    caughtBy: statuses('is the same for every order'),
  },
  {
    name: 'a failure beats a proof of delivery',
    file: `${messaging}/messages/status.ts`,
    find: 'failed: 30,',
    put: 'failed: 55,',
    caughtBy: statuses('is the same for every order'),
  },
  {
    name: 'statuses of unknown messages are dropped',
    file: `${messaging}/messages/strays.ts`,
    find: '  if (told.length === 0) return;\n',
    put: '  return;\n',
    caughtBy: statuses('wait, and take effect'),
  },
  {
    name: 'a message that was told twice takes effect twice',
    file: `${messaging}/messages/keys.ts`,
    find: 'return given.filter(({ messageId, wamid }) => isNew.has(`${messageId} ${wamid}`)).toReversed();',
    put: 'return given.toReversed();',
    caughtBy: inbound('ten times the same message'),
  },
  {
    name: 'a late message opens a window of a day from now',
    file: `${messaging}/messages/conversations.ts`,
    find: 'later(row.window_ends_at, after(at, 24))',
    put: 'after(new Date(), 24)',
    caughtBy: inbound('what was said weeks ago'),
  },
  {
    name: 'whichever app signed is believed for every number',
    file: `${messaging}/processing/routed.ts`,
    find: "if (route.metaAppId !== metaAppId) return 'other_app';",
    put: '',
    caughtBy: parking('what another app signed'),
  },
  {
    name: 'what takes a process down with it is tried for ever',
    file: `${messaging}/processing/take-in.ts`,
    find: "...brokenOff.map((delivery) => parkingFor(delivery, 'broke_off'))",
    put: '',
    caughtBy: parking('three times is ended'),
  },
  {
    name: 'what is in doubt is sent again at once',
    file: `${messaging}/dispatch/outcome.ts`,
    find: "return { ...plain, next: 'unknown', reason, code, error: { reason, status, ...told(answer.error) } };",
    put: "return { ...plain, next: 'ready', reason, code, error: { reason, status, ...told(answer.error) } };",
    caughtBy: outcomes('it is in doubt, and not sent again'),
  },
  {
    name: 'what a dead sender left is ready again',
    file: `${messaging}/dispatch/outcome.ts`,
    find: "  next: 'unknown',\n  reason: 'sender_lost',",
    put: "  next: 'ready',\n  reason: 'sender_lost',",
    caughtBy: killed('killed after the attempts are written'),
  },
  {
    name: 'whoever lost a number goes on sending',
    file: `${messaging}/dispatch/lane.ts`,
    find: 'if (now > this.#validUntil) return this.abandon();',
    put: '',
    caughtBy: killed('one that was stopped for longer than its lease'),
  },
  {
    name: 'twice as many leave in a second',
    file: `${messaging}/dispatch/pace.ts`,
    find: 'const margin = 0.95;',
    put: 'const margin = 1.9;',
    caughtBy: steer('never above the number'),
  },
  {
    name: 'one customer gets as many as there are',
    file: `${messaging}/dispatch/claim-sql.ts`,
    find: "when v.pair_debt_until > $5::timestamptz + ${pairCredit} then 'pair_rate'",
    put: '',
    caughtBy: steer('one customer gets 45'),
  },
  {
    name: 'consent is asked for when a message is queued and not when it leaves',
    file: `${messaging}/gate/claim-conditions.ts`,
    find: 'again === undefined ?',
    put: "again === undefined || name.startsWith('consent') ?",
    caughtBy: steer('who takes back consent'),
  },
  {
    name: 'a paused number goes on',
    file: `${messaging}/dispatch/claim-sql.ts`,
    find: 'and leased_until > clock_timestamp() and paused_at is null',
    put: 'and leased_until > clock_timestamp()',
    caughtBy: steer('of a number: nothing leaves'),
  },
  {
    name: 'one cause becomes a message for each asking',
    file: `${messaging}/send/cause.ts`,
    find: '`${kind}:${encodeURIComponent(id)}:',
    put: '`${kind}:${encodeURIComponent(id)}${performance.now()}:',
    caughtBy: sending('asked for fifty times at once'),
  },
  {
    name: 'the reference of an attempt proves nothing',
    file: `${messaging}/messages/reference.ts`,
    find: '!timingSafeEqual(Buffer.from(mac), Buffer.from(expected))',
    put: 'mac.length !== expected.length',
    caughtBy: references('a reference in which any one character'),
  },
];
