import { format } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createLogger, type Logger, maskText } from './index.ts';

const CANARIES = {
  e164: '+919876543210',
  indianSpaced: '98765 43210',
  indianZero: '098765-43210',
  foreign: '+1 (415) 555-2671',
  waId: '919876543210',
  email: 'asha.rao+shop@example.co.in',
  bearer: 'Bearer c4n4ryBearer0123456789',
  apiKey: 'tk_live_c4n4ryKey0123456789',
  jwt: 'eyJhbGciOiJIUzI1NiJ9.eyJjYW5hcnkiOjF9.c4n4rySignature',
  metaToken: 'EAAGcanaryTOKENcanaryTOKEN123',
  cookie: 'Cookie: session=c4n4ryCookie; theme=dark',
  passwordPair: 'password=c4n4ryPassword',
  dsn: 'postgres://trikon:c4n4ryDsn@db.internal/trikon',
  card: '4111 1111 1111 1111',
  aadhaar: '2345 6789 0123',
  pan: 'ABCDE1234F',
  otpSentence: 'Your OTP is 482913',
  messageId: 'wamid.HBgMOTE5ODc2NTQzMjEwFQIAERgSQUJDREVGMDEyMzQ1',
  devanagari: '९८७६५४३२१०',
  fullWidth: '+９１９８７６５４３２１０',
  query: 'https://shop.example/cart?name=c4n4ryName&coupon=c4n4ryCoupon',
  json: '{"text":"c4n4ryText","name":"c4n4ryName"}',
};
const LEAKS =
  /9876543210|98765 4321|8765-4321|555-2671|asha\.rao|c4n4ry|EAAGcanary|eyJhbGci|1111 1111|6789 0123|ABCDE1234F|482913|OTE5ODc2|९८७६५|９８７６/u;

function capture(): { log: Logger; output: () => string } {
  let written = '';
  const log = createLogger({ level: 'trace', destination: { write: (line) => void (written += line) } });
  return { log, output: () => written };
}

/** What one call writes, as text to search and as the parsed line. */
function written(say: (log: Logger) => void): string {
  const { log, output } = capture();
  say(log);
  expect(output()).not.toBe('');
  for (const line of output().trim().split('\n')) JSON.parse(line);
  return output();
}

class Socket {
  readonly remote: string;
  constructor(remote: string) {
    this.remote = remote;
  }
}

const POSITIONS: Record<string, (log: Logger, canary: string) => void> = {
  'the message': (log, canary) => log.info(canary),
  'inside a message': (log, canary) => log.info(`before ${canary} after`),
  'a value put into the message': (log, canary) => log.info('saw %s and %o', canary, { deep: [canary] }),
  'a field': (log, canary) => log.info({ value: canary }, 'said'),
  'a field name': (log, canary) => log.info({ [canary]: 1 }, 'said'),
  'a nested field': (log, canary) => log.info({ a: { b: { c: canary } } }, 'said'),
  'an array': (log, canary) => log.info({ list: ['x', [canary]] }, 'said'),
  'a Map value and key': (log, canary) => log.info({ map: new Map([[canary, canary]]) }, 'said'),
  'a Set': (log, canary) => log.info({ set: new Set([canary]) }, 'said'),
  'a getter': (log, canary) =>
    log.info(
      {
        held: {
          get value() {
            return canary;
          },
        },
      },
      'said',
    ),
  'a toJSON result': (log, canary) =>
    log.info({ held: Object.create({ toJSON: () => canary }) as object }, 'said'),
  'an instance of a class': (log, canary) => log.info({ socket: new Socket(canary) }, 'said'),
  'an error': (log, canary) => log.error(new Error(canary)),
  'an error field': (log, canary) =>
    log.error({ err: new Error(`failed: ${canary}`), other: new TypeError(canary) }),
  'the cause of an error': (log, canary) =>
    log.error(new Error('outer', { cause: new Error('middle', { cause: new Error(canary) }) }), 'failed'),
  'a joined error': (log, canary) => log.error(new AggregateError([new Error(canary)], canary), 'failed'),
  'extra fields of an error': (log, canary) =>
    log.error(
      Object.assign(new Error('x'), { detail: canary, where: canary, request: { canary }, code: canary }),
    ),
  'the name and stack of an error': (log, canary) => {
    const error = new Error(`${canary}\n    at ${canary} (file.ts:1:1)`);
    error.name = canary;
    log.error(error);
  },
  'the fields of a child': (log, canary) =>
    log
      .child({ held: canary })
      .child({ more: [canary] })
      .info('said'),
  'fields bound later': (log, canary) => {
    const child = log.child({});
    child.setBindings({ held: canary });
    child.info('said');
  },
  'a child with serializers of its own': (log, canary) =>
    log.child({}, { serializers: { held: (value: unknown) => value } }).info({ held: canary }, 'said'),
  'the middle of a huge text': (log, canary) =>
    log.info({ huge: `${'x '.repeat(800)}${canary}${' y'.repeat(1e5)}` }, 'said'),
  'the edge where a huge text is cut': (log, canary) => {
    for (let before = 1_980; before < 2_060; before++)
      log.info(`${'- '.repeat(before / 2)}${canary} ${'-'.repeat(3_000)}`);
  },
};

describe.each(Object.entries(POSITIONS))(
  'nothing personal or secret is written from %s',
  (_position, say) => {
    test.each(Object.entries(CANARIES))('%s', (_name, canary) => {
      expect(written((log) => say(log, canary))).not.toMatch(LEAKS);
    });
  },
);

test.each(
  'text body caption name first_name contactName profile_name password otp pin token access_token apiKey cookie Set-Cookie authorization X-Api-Key secret appSecret email title address filename sessionId content'.split(
    ' ',
  ),
)('a field called %s hides whatever it holds', (name) => {
  const line = written((log) => {
    log.info(
      { [name]: 'मेरा नाम canary', deep: { [name]: { inner: 'canary' } }, list: [{ [name]: ['canary'] }] },
      'said',
    );
    log.info({ [name]: 123_456 }, 'said');
  });
  expect(line).not.toMatch(/canary|123456|मेरा/);
});

test('a one-time code in a field called code is hidden, database and network codes are not', () => {
  expect(written((log) => log.info({ code: '482913' }, 'tried'))).not.toContain('482913');
  const failure = Object.assign(
    new Error('duplicate key value violates unique constraint "contacts_phone"'),
    {
      code: '23505',
      constraint: 'contacts_phone',
      table: 'contacts',
      detail: 'Key (workspace_id, phone)=(…, +919876543210) already exists.',
    },
  );
  const line = written((log) => log.error(failure, 'insert failed'));
  expect(line).toContain('"code":"23505"');
  expect(line).toContain('contacts_phone');
  expect(line).not.toContain('already exists');
});

test('values that PostgreSQL and JSON.parse quote in their messages are dropped', () => {
  const badInput = Object.assign(new Error('invalid input syntax for type integer: "Asha canary"'), {
    code: '22P02',
  });
  expect(written((log) => log.error(badInput))).not.toContain('canary');
  let parsing: unknown;
  try {
    JSON.parse('canary said hello');
  } catch (error) {
    parsing = error;
  }
  expect(written((log) => log.error({ err: parsing }, 'bad payload'))).not.toContain('canary');
});

test('numbers that are telephone numbers are hidden, counts and times are not', () => {
  const line = written((log) =>
    log.info({ a: 919876543210, b: 9876543210, c: 14155552671n, to: 442079460000 }, 'said'),
  );
  expect(line).not.toMatch(/98765|41555|20794/);
  const kept = written((log) =>
    log.info({ count: 1_048_576, at: 1_795_252_912_345, ms: 12.5, ratio: -0.25 }, 'said'),
  );
  expect(kept).toMatch(/1048576.*1795252912345.*12\.5.*-0\.25/);
});

test.each([
  '01938e3a-7b1c-7000-8000-123456789012',
  '2026-11-21T09:22:27.160+05:30',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  'window_closed',
  'campaigns.send took 31 ms for 1000 recipients',
  '127.0.0.1:5432',
])('what is needed to follow a request stays readable: %s', (kept) => {
  expect(maskText(kept)).toBe(kept);
});

test('circular, deep, wide, hostile and living values are written in bounded time and size', () => {
  const circular: Record<string, unknown> = { a: 1 };
  circular.self = circular;
  const deep: Record<string, unknown> = {};
  let inner = deep;
  for (let depth = 0; depth < 5_000; depth++) inner = inner.next = {} as Record<string, unknown>;
  const wide = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`k${at}`, { at }]));
  const throwing = {
    get boom(): never {
      throw new Error('no');
    },
  };
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const started = performance.now();
  const line = written((log) => {
    log.info(
      { circular, deep, wide, throwing, proxy: revoked.proxy, buffer: Buffer.alloc(1e6, 'a') },
      'said',
    );
    log.info(
      {
        f: () => 1,
        s: Symbol('x'),
        date: new Date(Number.NaN),
        nothing: null,
        url: new URL('http://h/p?q=1'),
      },
      'said',
    );
    log.info(
      { items: Array.from({ length: 1e5 }, () => 'x'), text: 'x'.repeat(1e6), free: '@'.repeat(1e6) },
      'said',
    );
    log.info(JSON.parse('{"__proto__":{"polluted":1}}') as object, 'said');
  });
  expect(line.length).toBeLessThan(20_000);
  expect(performance.now() - started).toBeLessThan(2_000);
  expect(line).toContain('[circular]');
  expect(line).toContain('[unreadable]');
  expect(line).toContain('"url":"http://h/p"');
});

test('masking is fast on texts made to be slow for patterns', () => {
  const hostile = [
    'a',
    '1',
    '+1',
    '@',
    'a@',
    '1 ',
    '98765 ',
    'cookie:',
    'token=',
    '"text":"',
    '?a=',
    'eyJ',
    '://',
    '(',
    'otp ',
  ];
  for (const piece of hostile) {
    // The best of three: the machine may be busy, a pattern that backtracks is slow every time.
    const took = [1, 2, 3].map(() => {
      const started = performance.now();
      maskText(piece.repeat(50_000));
      return performance.now() - started;
    });
    expect(Math.min(...took), format('%j', piece)).toBeLessThan(60);
  }
});

test('a line says its level, its time and its fields, and errors carry type, code, cause and frames', () => {
  const line = written((log) =>
    log.error({ err: new RangeError('outer', { cause: new Error('inner') }), port: 4100 }, 'failed'),
  );
  expect(JSON.parse(line)).toMatchObject({
    level: 'error',
    time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
    port: 4100,
    msg: 'failed',
    err: {
      type: 'RangeError',
      message: 'outer',
      stack: expect.stringContaining('log.test.ts') as string,
      cause: { message: 'inner' },
    },
  });
});

test('the pretty form for terminals says the same and masks the same', () => {
  let text = '';
  const log = createLogger({ destination: { write: (line) => void (text += line) }, pretty: true });
  log.warn({ to: '+919876543210', route: 'contacts.list' }, 'slow');
  log.error(new Error('call +919876543210', { cause: new Error('down') }));
  expect(text).toMatch(/warn\s+slow to=\*\*\*10 route=contacts\.list/);
  expect(text).toContain('because');
  expect(text).not.toMatch(LEAKS);
});
