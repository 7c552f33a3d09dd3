/** Numbers from 0 to 1, the same for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Random = () => number;

const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)]!;

/** What no program that writes webhooks should send, and what one day one does. */
const hostile: readonly (() => unknown)[] = [
  () => null,
  () => true,
  () => 0,
  () => -1,
  () => 1e308,
  () => 2 ** 60,
  () => '',
  () => 'x'.repeat(5_000),
  () => '\u0000',
  () => '\ud800',
  () => '‮RTL‬ 👩‍👩‍👧‍👦 ꧅',
  () => "'; drop table messages; --",
  () => '99999999999999999999',
  () => '-1',
  () => '1e999',
  () => 'NaN',
  () => [],
  () => ({}),
  () => [[[[[]]]]],
  () => ({ constructor: null, toString: 1, hasOwnProperty: [] }),
  () => JSON.parse('{"__proto__": {"polluted": true}}') as unknown,
  () => nested(70),
  () => ['a', 1, null, {}],
];

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = [value];
  return value;
}

const words = [
  'reply',
  'reaction',
  'edit',
  'revoke',
  'system',
  'failed',
  'played',
  'payment',
  'standby',
  'history',
];

interface Spot {
  holder: Record<string, unknown> | unknown[];
  name: string | number;
}

function spotsIn(value: unknown, spots: Spot[] = []): Spot[] {
  if (typeof value !== 'object' || value === null) return spots;
  const names = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  for (const name of names) {
    const holder = value as Record<string, unknown>;
    spots.push({ holder, name });
    if (spots.length < 3_000) spotsIn(holder[name], spots);
  }
  return spots;
}

/** Changes a body in one to four places, and sometimes its bytes. */
export function mutate(random: Random, bodies: readonly object[]): Buffer {
  const body = structuredClone(pick(random, bodies));
  const times = 1 + Math.floor(random() * 4);
  for (let time = 0; time < times; time++) changeSpot(random, body, bodies);
  const bytes = Buffer.from(writeWithHalves(body));
  return random() < 0.05 ? damage(random, bytes) : bytes;
}

function changeSpot(random: Random, body: object, bodies: readonly object[]): void {
  const spots = spotsIn(body);
  if (spots.length === 0) return;
  const { holder, name } = pick(random, spots);
  const place = holder as Record<string, unknown>;
  const choice = random();
  if (choice < 0.15) {
    if (Array.isArray(holder)) holder.splice(Number(name), 1);
    else delete place[name];
  } else if (choice < 0.6) place[name] = pick(random, hostile)();
  else if (choice < 0.7) place[name] = pick(random, words);
  else if (choice < 0.8) {
    const other = pick(random, spotsIn(structuredClone(pick(random, bodies))));
    place[name] = (other.holder as Record<string, unknown>)[other.name];
  } else if (choice < 0.9) {
    if (Array.isArray(holder)) holder.push(structuredClone(place[name]));
    else place[`${name}_of_tomorrow`] = place[name];
  } else if (typeof place[name] === 'string') {
    const at = Math.floor(random() * (place[name].length + 1));
    place[name] =
      `${place[name].slice(0, at)}${pick(random, ['\u0000', '\udfff', ' ', '7', ':', '%'])}${place[name].slice(at)}`;
  }
}

/** Halves of pairs are written as Meta writes all that is not ASCII. */
const writeWithHalves = (body: object): string =>
  JSON.stringify(body).replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

function damage(random: Random, bytes: Buffer): Buffer {
  if (random() < 0.3) return bytes.subarray(0, Math.floor(random() * bytes.length));
  const damaged = Buffer.from(bytes);
  for (let time = 0; time < 3; time++)
    damaged[Math.floor(random() * damaged.length)] = Math.floor(random() * 256);
  return damaged;
}
