import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAccounts } from '../accounts/accounts.ts';
import { type Office, openOffice } from '../accounts/test/office.ts';
import { sample } from '../sample/sample-world.ts';
import { createSignup } from './signup.ts';

/** Mostly what gets on, now and then what does not. */
const mostly = (good: string[], ...bad: string[]) =>
  fc.oneof(
    { arbitrary: fc.constantFrom(...good), weight: 6 },
    { arbitrary: fc.constantFrom(...bad), weight: 1 },
  );

const ways = fc.record({
  way: mostly(['on'], 'back'),
  business: mostly(['new', sample.businessId], '1', '__proto__'),
  business_name: mostly(['Vadodara Sweets'], '', 'x'),
  account: mostly(['new', `${sample.wabaId} new`, `${sample.wabaId} ${sample.numberId}`], 'later', '1 2'),
  account_name: mostly(['Vadodara Sweets'], ''),
  number: fc.constantFrom('new', 'later'),
  phone: mostly(['+91 98250 12345'], '+91 261 400 1234', '+91 20 2640 1234', 'x'),
  display_name: mostly(['Vadodara Sweets'], ''),
  method: mostly(['SMS'], 'FAX'),
  code: mostly(['123456'], '654321', ''),
  history: fc.constantFrom('yes', 'no'),
});

const textOf = (body: unknown): string => Buffer.from(body as Uint8Array).toString();

async function openDialog(office: Office, config: string): Promise<string> {
  const query = new URLSearchParams({
    client_id: sample.appId,
    config_id: config,
    response_type: 'code',
    origin: 'https://app.example.in',
    extras: '{"sessionInfoVersion":"3","featureType":"only_waba_sharing"}',
  });
  const { body } = await office.ask('GET', `/dialog/oauth?${query.toString()}`, { token: '' });
  return /action="([^"]+)"/.exec(textOf(body))?.[1] ?? '';
}

test('however somebody clicks through, a number that comes out is verified and in the account of its portfolio', async () => {
  let finished = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(sample.configId, sample.businessAppConfigId),
      fc.array(ways, { minLength: 20, maxLength: 60 }),
      async (config, steps) => {
        const office = openOffice((emulator) => {
          const signup = createSignup(emulator, createAccounts(emulator), {
            ask: () => false,
            consent: () => null,
            complete: () => {},
          });
          signup.onFinish(({ businessId, wabaId, numberId }) => {
            finished += 1;
            const { wabas, numbers } = emulator.directory;
            expect(wabas.get(wabaId)?.businessId).toBe(businessId);
            const number = numbers.get(numberId ?? '');
            if (number) expect([number.wabaId, number.codeStatus]).toEqual([wabaId, 'VERIFIED']);
          });
        });
        const action = await openDialog(office, config);
        for (const body of steps) {
          const { status, body: page } = await office.ask('POST', action, { token: '', body });
          expect([200, 400]).toContain(status);
          expect(textOf(page)).toContain('<h1>');
        }
        office.close();
      },
    ),
    { numRuns: 60 },
  );
  // A walk that never arrives proves nothing.
  expect(finished).toBeGreaterThan(3);
});
