import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sample } from '../../sample/sample-world.ts';
import { createAccounts } from '../accounts.ts';
import { type Answer, type Office, openOffice } from '../test/office.ts';
import { hour } from '../times.ts';

type Act =
  | { act: 'request' }
  | { act: 'deregister' }
  | { act: 'verify'; code: string }
  | { act: 'register'; pin: string }
  | { act: 'wait'; hours: number };

const acts = fc.array(
  fc.oneof(
    fc.constantFrom<Act>({ act: 'request' }, { act: 'deregister' }),
    fc.record({ act: fc.constant('verify' as const), code: fc.constantFrom('123456', '000000', 'x') }),
    fc.record({ act: fc.constant('register' as const), pin: fc.constantFrom('111111', '222222', '1') }),
    fc.record({ act: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 80 }) }),
  ),
  { maxLength: 40 },
);

async function perform(office: Office, id: string, act: Act): Promise<Answer | null> {
  const post = (edge: string, body = {}): Promise<Answer> => office.ask('POST', `/${id}/${edge}`, { body });
  if (act.act === 'request') return post('request_code', { code_method: 'SMS', language: 'hi_IN' });
  if (act.act === 'verify') return post('verify_code', { code: act.code });
  if (act.act === 'register') return post('register', { messaging_product: 'whatsapp', pin: act.pin });
  if (act.act === 'deregister') return post('deregister');
  await office.emulator.world.travel(act.hours * hour);
  return null;
}

const known = [100, 133005, 133006, 133008, 133009, 133010, 133016, 136024, 136025];

test('whatever is asked of a number in whatever order, it is connected only when it is verified and registered', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (list) => {
      const office = openOffice(createAccounts);
      const body = { cc: '91', phone_number: '9825012345', verified_name: 'Surat Silks Export' };
      const added = await office.ask('POST', `/${sample.wabaId}/phone_numbers`, { body });
      const id = String(added.body.id);
      const attempts: number[] = [];
      let first: string | undefined;
      for (const act of list) {
        const answer = await perform(office, id, act);
        const now = office.emulator.world.clock.now();
        if (answer && answer.status !== 200) expect(known).toContain(answer.body.code);
        const number = office.emulator.directory.numbers.get(id);
        expect(number?.status === 'CONNECTED').toBe(number?.registered);
        if (number?.registered) expect(number.codeStatus).toBe('VERIFIED');
        if (act.act === 'register' && answer?.status === 200) {
          // The first PIN stays the only one that opens.
          first ??= act.pin;
          expect(act.pin).toBe(first);
        }
        const isAttempt = (act.act === 'register' && act.pin.length === 6) || act.act === 'deregister';
        if (isAttempt && answer?.body.code !== 133016) attempts.push(now);
        expect(attempts.filter((at) => now - at < 72 * hour).length).toBeLessThanOrEqual(10);
      }
      office.close();
    }),
    { numRuns: 60 },
  );
});
