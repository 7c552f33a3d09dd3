import type { BusinessNumber } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { refuse } from '../../graph/errors.ts';
import { requiredChoice, requiredText } from '../reading.ts';
import { hour, minute } from '../times.ts';

/** Proofs that somebody owns a number, by a code that is sent to it. */
export interface Ownership {
  request(number: BusinessNumber, method: 'SMS' | 'VOICE'): void;
  verify(number: BusinessNumber, code: string): void;
}

const mostRequests = 5;
const mostFailures = 5;

/** The code stands in the number's record, since nobody receives it: `123456` unless the world is set to another. */
export function createOwnership({ world, directory: { numbers } }: Emulator): Ownership {
  const setting = world.setting('ownership', { code: '123456', validMinutes: 10 });
  return {
    request(number, method) {
      const now = world.clock.now();
      if (number.codeStatus === 'VERIFIED') refuseEligibility();
      const recent = (number.codeRequests ?? []).filter((at) => now - at < 12 * hour);
      if (recent.length >= mostRequests)
        refuse(
          136024,
          `Too many requests for a code. Please try again in ${waitText(recent[0] ?? now, now)}.`,
        );
      const code = setting.value.code || String(world.random.integer(100_000, 999_999));
      const until = now + setting.value.validMinutes * minute;
      numbers.change(number.id, {
        ownership: { code, method, until, failures: 0 },
        codeRequests: [...recent, now],
      });
    },
    verify(number, code) {
      const { ownership } = number;
      if (number.codeStatus === 'VERIFIED') refuseEligibility();
      if (!ownership) refuse(136025, 'No verification code was requested for this phone number.');
      if (ownership.until < world.clock.now() || ownership.failures >= mostFailures)
        refuse(136025, 'The verification code has expired. Please request a new code.');
      if (ownership.code !== code) {
        numbers.change(number.id, { ownership: { ...ownership, failures: ownership.failures + 1 } });
        refuse(136025, "Code couldn't be verified. Please try again or request a new code.");
      }
      const source = number.migratesFrom === undefined ? undefined : numbers.get(number.migratesFrom);
      if (source) numbers.change(source.id, { status: 'MIGRATED', registered: false });
      numbers.change(number.id, {
        codeStatus: 'VERIFIED',
        ownership: undefined,
        migratesFrom: undefined,
      });
    },
  };
}

export const ownershipEdges = (ownership: Ownership): Edges => ({
  'POST number/request_code': {
    access: 'whatsapp_business_management',
    answer({ node, params }: Call<BusinessNumber>) {
      const method = requiredChoice(params, 'code_method', ['SMS', 'VOICE']);
      const language = requiredText(params, 'language');
      if (!/^[a-z]{2,3}(?:_[A-Z]{2})?$/.test(language)) refuse(100, 'Param language must be a valid locale.');
      ownership.request(node, method);
      return { success: true };
    },
  },
  'POST number/verify_code': {
    access: 'whatsapp_business_management',
    answer({ node, params }: Call<BusinessNumber>) {
      const code = requiredText(params, 'code').replaceAll('-', '');
      if (!/^\d{6}$/.test(code)) refuse(100, 'Param code must be a string of 6 digits.');
      ownership.verify(node, code);
      return { success: true };
    },
  },
});

function refuseEligibility(): never {
  return refuse(100, 'Invalid parameter', {
    subcode: 2388091,
    userTitle: 'Phone number is not eligible for a code',
    userMessage: 'The ownership of this phone number was verified before.',
  });
}

function waitText(oldest: number, now: number): string {
  const minutes = Math.ceil((oldest + 12 * hour - now) / minute);
  return minutes >= 60 ? `${Math.ceil(minutes / 60)} hours` : `${minutes} minutes`;
}
