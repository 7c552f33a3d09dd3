import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseRecipient } from './recipient.ts';
import { bodies, to } from './test/bodies.ts';
import { refusalOf } from './test/refusal.ts';

describe('the number that a message goes to', () => {
  it.each([
    ['1 (631) 555-1234', '91', '+9116315551234', 'as Meta documents it'],
    ['+1 (631) 555-1234', '91', '+16315551234', 'a plus speaks for itself'],
    ['919876543210', '91', '+919876543210', "the sender's own code in front"],
    ['91 98765 43210', '91', '+919876543210', 'spaces do not hide it'],
    ['(+91) 98765 43210', '1', '+919876543210', 'parentheses neither'],
    ['+91-98765-43210', '1', '+919876543210', 'dashes neither'],
    ['9876543210', '91', '+919876543210', 'a national number'],
    ['98765 43210', '91', '+919876543210', 'a national number with a space'],
    ['9198765432', '91', '+919198765432', 'a national number that looks like the code'],
    ['16505551234', '91', '+16505551234', 'bare international digits'],
    ['919876543210', '1', '+919876543210', "from Meta's test numbers too"],
    ['5511987654321', '1', '+5511987654321', 'Brazil'],
    ['6505551234', '1', '+16505551234', 'a national number of North America'],
    ['11987654321', '55', '+5511987654321', 'a national number of Brazil, though it begins with 1'],
    ['4791234567', '47', '+4791234567', 'a country of short numbers'],
    ['09876543210', '91', '+9109876543210', 'a trunk zero is no country, and Meta drops none'],
    ['916505551234', '+91', '+916505551234', 'the code of the sender may have its plus'],
  ])('%s from +%s is %s: %s', (written, sender, number) => {
    expect(normaliseRecipient(written, sender)).toBe(number);
  });

  it('stays what it is once it has its plus', () => {
    const written = fc.stringMatching(/^[1-9]\d{6,14}$/);
    const code = fc.constantFrom('1', '44', '55', '65', '91', '971', '254', '47');
    fc.assert(
      fc.property(written, code, (digits, sender) => {
        const number = normaliseRecipient(digits, sender);
        expect(number).toMatch(/^\+\d+$/);
        expect(number.endsWith(digits)).toBe(true);
        expect(normaliseRecipient(number, '7')).toBe(number);
      }),
    );
  });

  it('may be written with spaces, dashes and parentheses, and nothing else', () => {
    const addressed = (to: string) => refusalOf({ ...bodies.text, to });
    for (const written of ['919876543210', ' +91 98765-43210 ', '(+91) 98765 43210', '9876543210']) {
      expect(addressed(written)).toBeNull();
    }
    for (const written of [
      '91.98765.43210',
      '+91 98765 43210 x',
      '1234567890123456',
      '+',
      '()',
      '٩١٩٨٧٦٥٤٣٢١٠',
    ]) {
      expect(addressed(written)).toMatch(/^131009: The phone number is malformed/);
    }
  });

  it('gives way to no user id, which stands alone where there is no number', () => {
    const { to: _, ...withoutTo } = bodies.text;
    expect(refusalOf({ ...withoutTo, recipient: 'IN.ENT.13491208655302741918' })).toBeNull();
    expect(refusalOf({ ...withoutTo, to, recipient: 'IN.13491208655302741918' })).toBeNull();
    for (const recipient of ['in.1', 'IN.', 'IND.1', `IN.${'1'.repeat(129)}`, 'IN.1-2', '919876543210']) {
      expect(refusalOf({ ...withoutTo, recipient })).toMatch(/^131009: The recipient is not/);
    }
  });
});
