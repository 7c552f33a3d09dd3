import type { BusinessNumber } from '../directory/records.ts';
import type { Emulator } from '../emulator.ts';
import type { Call, Edges } from '../graph/call.ts';
import { refuse } from '../graph/errors.ts';
import { readPublicKey } from './endpoint/encryption.ts';
import type { FetchedKey } from './endpoint/exchange.ts';

/**
 * The public key of a number, with which phones encrypt what goes to endpoints (Meta, "Flows Encryption"). Meta signs
 * it when it is uploaded, and the signature no longer matches after the number was registered again.
 */
export const publicKeyEdges = ({ world, directory: { numbers } }: Emulator): Edges => ({
  'POST number/whatsapp_business_encryption': {
    access: ['whatsapp_business_management', 'whatsapp_business_messaging'],
    answer({ node, params }: Call<BusinessNumber>) {
      const pem = params.business_public_key;
      if (typeof pem !== 'string' || !readPublicKey(pem)) refuse(100, 'Business public key is invalid');
      numbers.change(node.id, { encryption: { business_public_key: pem, uploadedAt: world.clock.now() } });
      return { success: true };
    },
  },
  'GET number/whatsapp_business_encryption': {
    access: ['whatsapp_business_management', 'whatsapp_business_messaging'],
    answer({ node }: Call<BusinessNumber>) {
      const pem = pemOf(node);
      if (pem === undefined) return { data: [] };
      const status = isSigned(node) ? 'VALID' : 'MISMATCH';
      return { data: [{ business_public_key: pem, business_public_key_signature_status: status }] };
    },
  },
});

/** The key as a phone gets it. */
export function fetchKeyOf(number: BusinessNumber | undefined): FetchedKey {
  const pem = number && pemOf(number);
  if (!number || pem === undefined) return { error: 'public-key-missing' };
  return isSigned(number) ? { pem } : { error: 'public-key-signiture-verification' };
}

function pemOf({ encryption }: BusinessNumber): string | undefined {
  const pem = encryption?.business_public_key;
  return typeof pem === 'string' ? pem : undefined;
}

const isSigned = ({ encryption, registrations }: BusinessNumber): boolean =>
  !registrations?.some((at) => at > Number(encryption?.uploadedAt));
