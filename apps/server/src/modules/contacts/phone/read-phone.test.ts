import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countryOfUserId, normalisePhone, readPhone, readWaId } from './read-phone.ts';

const scripts = {
  devanagari: 0x0966,
  gujarati: 0x0ae6,
  tamil: 0x0be6,
  bengali: 0x09e6,
  urdu: 0x06f0,
  wide: 0xff10,
};
const inScript = (text: string, zero: number): string =>
  text.replaceAll(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));
const mobile = fc.tuple(fc.constantFrom('6', '7', '8', '9'), digits(9)).map((parts) => parts.join(''));
const indianStarts = ['', '0', '+91', '+91 ', '91', '91-', '0091', '0091 ', '+91 0', '+91 (0) ', '+91-'];
const breaks = fc.array(fc.constantFrom('', ' ', '-', '.', ' - ', '\u00a0'), { minLength: 9, maxLength: 9 });
const spaced = (number: string, between: string[]): string =>
  Array.from(number, (digit, at) => digit + (between[at] ?? '')).join('');

describe('an Indian number', () => {
  test('is the same however it is written: with zeros, country code, spaces, dashes, brackets, in any script', () => {
    const zero = fc.constantFrom(0x30, ...Object.values(scripts));
    fc.assert(
      fc.property(
        mobile,
        fc.constantFrom(...indianStarts),
        breaks,
        zero,
        (number, start, between, script) => {
          const text = inScript(`${start}${spaced(number, between).slice(0, 25)}`, script);
          const whole = inScript(`${start}${number}`, script);
          expect(normalisePhone(whole)).toEqual({ phone: `+91${number}`, country: 'IN' });
          if (text.length <= 40 && between.join('').length < 15)
            expect(normalisePhone(text)).toEqual({ phone: `+91${number}`, country: 'IN' });
        },
      ),
      { numRuns: 500 },
    );
  });

  test('is read with the invisible marks that copying from WhatsApp brings along', () => {
    expect(normalisePhone('\u202a+91 98765 43210\u202c')?.phone).toBe('+919876543210');
    expect(normalisePhone('\ufeff98765\u200b43210')?.phone).toBe('+919876543210');
  });

  test('of a landline is read too', () => {
    expect(normalisePhone('022 2345 6789')).toEqual({ phone: '+912223456789', country: 'IN' });
  });
});

describe('numbers that are written in two ways since their country changed them', () => {
  const variants: Record<string, { texts: [string, string?][]; waIds: string[]; phone: string }> = {
    Brazil: {
      texts: [
        ['+55 11 98765-4321'],
        ['+55 (11) 8765-4321'],
        ['011 98765-4321', 'BR'],
        ['11 8765 4321', 'BR'],
      ],
      waIds: ['5511987654321', '551187654321'],
      phone: '+5511987654321',
    },
    Mexico: {
      texts: [['+52 55 1234 5678'], ['+52 1 55 1234 5678'], ['0052 1 55 1234 5678'], ['55 1234 5678', 'MX']],
      waIds: ['525512345678', '5215512345678'],
      phone: '+525512345678',
    },
    Argentina: {
      texts: [
        ['+54 9 11 2345-6789'],
        ['+54 11 2345-6789'],
        ['+54 11 15 2345 6789'],
        ['011 15 2345-6789', 'AR'],
        ['11 2345 6789', 'AR'],
      ],
      waIds: ['5491123456789', '541123456789', '54111523456789'],
      phone: '+5491123456789',
    },
  };
  test.each(Object.entries(variants))('meet in one for %s', (_country, { texts, waIds, phone }) => {
    for (const [text, country] of texts) expect(normalisePhone(text, country)?.phone, text).toBe(phone);
    for (const waId of waIds) expect(readWaId(waId)?.phone, waId).toBe(phone);
  });

  test('keep beside them how Meta writes them, and nothing when that is the same', () => {
    expect(readWaId('551187654321')?.waId).toBe('551187654321');
    expect(readWaId('5511987654321')?.waId).toBeNull();
    expect(readWaId('5215512345678')?.waId).toBe('5215512345678');
    expect(readWaId('919876543210')?.waId).toBeNull();
  });

  test('a Brazilian landline has no ninth digit', () => {
    expect(normalisePhone('+55 11 3456-7890')?.phone).toBe('+551134567890');
  });

  test('however they come, both forms of every number meet', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[1-9]{2}$/),
        fc.constantFrom('6', '7', '8', '9'),
        digits(7),
        (area, first, rest) => {
          expect(readWaId(`55${area}${first}${rest}`)?.phone).toBe(
            readWaId(`55${area}9${first}${rest}`)?.phone,
          );
        },
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom('55', '33', '81', '656'), digits(8), (area, rest) => {
        const national = `${area}${rest}`.slice(0, 10);
        expect(readWaId(`521${national}`)?.phone).toBe(readWaId(`52${national}`)?.phone);
      }),
    );
  });
});

describe('any number', () => {
  test('that was made uniform once stays as it is', () => {
    const written = fc.oneof(
      mobile,
      fc
        .tuple(fc.constantFrom('+55', '+521', '+52', '+54', '+549', '+1', '+44', '+971', '+880'), digits(10))
        .map((parts) => parts.join('')),
      fc.stringMatching(/^\+?[\d ()-]{5,20}$/),
    );
    fc.assert(
      fc.property(written, (text) => {
        const once = normalisePhone(text);
        fc.pre(once !== null);
        expect(normalisePhone(once.phone)).toEqual(once);
        expect(readWaId(once.phone.slice(1))?.phone).toBe(once.phone);
        expect(once.phone).toMatch(/^\+[1-9]\d{6,14}$/);
      }),
      { numRuns: 1000 },
    );
  });

  test('of another country is read by its code, or by the country that was said', () => {
    expect(normalisePhone('+1 (650) 555-1234')).toEqual({ phone: '+16505551234', country: 'US' });
    expect(normalisePhone('650 555 1234', 'US')?.phone).toBe('+16505551234');
    expect(normalisePhone('+44 (0)20 7946 0958')).toEqual({ phone: '+442079460958', country: 'GB' });
    expect(normalisePhone('+971 50 123 4567', 'IN')?.country).toBe('AE');
  });

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['12345', 'too_short'],
    ['56161', 'too_short'],
    ['100', 'too_short'],
    ['Meera', 'letters'],
    ['9876543210 ext 5', 'letters'],
    ['9.87654E+09', 'letters'],
    ['IN.13491208655302741918', 'letters'],
    ['9'.repeat(41), 'too_long'],
    ['9'.repeat(30), 'too_long'],
    ['98765 432101', 'unknown_number'],
    ['+999 123 456 789', 'unknown_number'],
    ['98765+43210', 'unknown_number'],
    ['98765 43210', 'unknown_number', 'XX'],
  ])('that is none, as in "%s", is refused as %s', (text, problem, country?: string) => {
    expect(readPhone(text, country)).toEqual({ problem });
  });

  test('never breaks the reader, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => void normalisePhone(text)));
  });

  test('that Meta names exists, even when no rule here knows its form', () => {
    expect(readWaId('999123456789')).toEqual({ phone: '+999123456789', country: null, waId: null });
    expect(readWaId('IN.13491208655302741918')).toBeNull();
    expect(readWaId('1203630@g.us')).toBeNull();
    expect(readWaId('0')).toBeNull();
  });
});

test("the country of somebody without a number is that of WhatsApp's id", () => {
  expect(countryOfUserId('IN.13491208655302741918')).toBe('IN');
  expect(countryOfUserId('US.ENT.11815799212886844830')).toBe('US');
  expect(countryOfUserId('13491208655302741918')).toBeNull();
});
