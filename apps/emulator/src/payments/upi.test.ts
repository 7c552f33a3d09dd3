import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isVpa, readUpiLink } from './upi.ts';

const names = fc.stringMatching(/^[a-z0-9.\-_]{2,20}$/);
const banks = fc.stringMatching(/^[a-z]{2,10}$/);

test('a link asks for what was written into it', () => {
  fc.assert(
    fc.property(
      names,
      banks,
      fc.integer({ min: 0, max: 99_999_999 }),
      fc.string(),
      (name, bank, minor, shop) => {
        const pn = encodeURIComponent(shop.toWellFormed());
        const link = `upi://pay?pa=${name}@${bank}&pn=${pn}&am=${(minor / 100).toFixed(2)}&cu=INR`;
        expect(readUpiLink(link)).toEqual({ payee: `${name}@${bank}`, minor, currency: 'INR' });
      },
    ),
  );
});

test('a link without an amount lets the payer type it', () => {
  expect(readUpiLink('upi://pay?pa=suratsilks@okbank&pn=Surat%20Silks')).toEqual({
    payee: 'suratsilks@okbank',
    currency: 'INR',
  });
});

test('what no UPI app could follow is no link', () => {
  for (const link of [
    'https://pay.example/?pa=a.b@okbank',
    'upi://pay?',
    'upi://pay?pn=Shop',
    'upi://pay?pa=shop',
    'upi://pay?pa=shop@bank1',
    'upi://pay?pa=shop@okbank&am=10.005',
    'upi://pay?pa=shop@okbank&am=ten',
    'upi://pay?pa=shop@okbank&am=-5',
  ])
    expect(readUpiLink(link), link).toBeNull();
});

test('a UPI address is a name and a bank', () => {
  expect(['asha.rao@okhdfc', '98765-43210@paytm', 'a_b@ybl'].map(isVpa)).toEqual([true, true, true]);
  expect(['asha', '@ok', 'a@b', 'asha@ok bank', 'आशा@okbank'].map(isVpa)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
