import type { Business } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { refuse } from '../../graph/errors.ts';
import { callingCodeOf, countryOf } from '../../people/countries.ts';
import type { Collection } from '../../world/collection.ts';
import { showPage } from '../edge-field.ts';
import { displayNumber } from '../numbers/display-number.ts';
import { choice, requiredChoice, requiredText, text } from '../reading.ts';
import { timeText } from '../times.ts';

/** A number whose ownership a partner proves before a customer takes it. */
interface PreverifiedNumber {
  id: string;
  businessId: string;
  phone: string;
  verified: boolean;
  /** Stands in the open, since nobody receives it. */
  code?: string;
  createdAt: number;
}

export interface PreverifiedNumbers {
  /** Takes a verified one of the portfolio away for a customer's account; gives its phone number. */
  use(id: string): string | null;
}

const access = ['whatsapp_business_management', 'business_management'] as const;

/** Pre-verified numbers (OpenAPI, "Add Phone Number to Business Account", "Get Pre-Verified Phone Numbers"). */
export function createPreverifiedNumbers(emulator: Emulator): PreverifiedNumbers {
  const numbers = emulator.world.collection<PreverifiedNumber>('preverified-numbers');
  defineNode(emulator, numbers);
  emulator.graph.add({ ...portfolioEdges(emulator, numbers), ...proofEdges(emulator, numbers) });
  return {
    use(id) {
      const number = numbers.get(id);
      if (!number?.verified) return null;
      numbers.delete(id);
      return number.phone;
    },
  };
}

type Numbers = Collection<PreverifiedNumber>;

function defineNode({ graph }: Emulator, numbers: Numbers): void {
  graph.nodes.define({
    kind: 'preverified',
    type: 'WhatsAppBusinessPreVerifiedPhoneNumber',
    collection: numbers,
    owner: ({ businessId }) => ({ businessId }),
    defaults: ['id', 'display_phone_number', 'verification_status'],
    fields: {
      display_phone_number: ({ phone }) => displayNumber(phone),
      is_input_id_valid: () => true,
      country_prefix: ({ phone }) => Number(callingCodeOf(phone)),
      country_code: ({ phone }) => countryOf(phone),
      verification_status: statusOf,
      availability_status: () => 'AVAILABLE',
      created_time: ({ createdAt }) => timeText(createdAt),
    },
  });
}

function portfolioEdges(emulator: Emulator, numbers: Numbers): Edges {
  const { world, directory } = emulator;
  return {
    'GET business/preverified_numbers': {
      access,
      answer(call: Call<Business>) {
        const status = choice(call.params, 'verification_status', [
          'VERIFIED',
          'PENDING',
          'FAILED',
          'EXPIRED',
        ]);
        const country = text(call.params, 'country_code');
        const things = numbers.filter(
          (one) =>
            one.businessId === call.node.id &&
            (status === undefined || statusOf(one) === status) &&
            (country === undefined || countryOf(one.phone) === country),
        );
        return showPage(emulator, call, {
          kind: 'preverified',
          things,
          path: `${call.node.id}/preverified_numbers`,
        });
      },
    },
    'POST business/add_phone_numbers': {
      access,
      answer({ node, params }: Call<Business>) {
        const phone = requiredText(params, 'phone_number').replaceAll(/[\s()+-]/g, '');
        if (!/^[1-9]\d{6,14}$/.test(phone) || callingCodeOf(phone) === undefined)
          refuse(100, 'Param phone_number must be a valid phone number.');
        if (directory.numberByPhone.get(phone) || numbers.find((one) => one.phone === phone))
          refuse(100, 'The phone number is in use already.');
        const id = world.ids.next();
        numbers.put({ id, businessId: node.id, phone, verified: false, createdAt: world.clock.now() });
        return { id };
      },
    },
  };
}

const proofEdges = ({ world }: Emulator, numbers: Numbers): Edges => ({
  'DELETE preverified': {
    access,
    answer({ node }: Call<PreverifiedNumber>) {
      numbers.delete(node.id);
      return { success: true };
    },
  },
  'POST preverified/request_code': {
    access,
    answer({ node, params }: Call<PreverifiedNumber>) {
      requiredChoice(params, 'code_method', ['SMS', 'VOICE']);
      requiredText(params, 'language');
      const { code } = world.settings.get('ownership') as { code?: string };
      numbers.change(node.id, { code: code || '123456' });
      return { success: true };
    },
  },
  'POST preverified/verify_code': {
    access,
    answer({ node, params }: Call<PreverifiedNumber>) {
      const code = requiredText(params, 'code').replaceAll('-', '');
      if (code !== node.code)
        refuse(136025, "Code couldn't be verified. Please try again or request a new code.");
      numbers.change(node.id, { verified: true, code: undefined });
      return { success: true };
    },
  },
});

function statusOf({ verified }: PreverifiedNumber): string {
  return verified ? 'VERIFIED' : 'PENDING';
}
