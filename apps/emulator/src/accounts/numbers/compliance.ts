import type { BusinessNumber } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { refuse } from '../../graph/errors.ts';
import { isObject, type JsonObject } from '../../world/json.ts';
import { flag, type Params, requireProduct, requiredChoice, requiredText, text } from '../reading.ts';

const entityTypes = [
  'LIMITED_LIABILITY_PARTNERSHIP',
  'SOLE_PROPRIETORSHIP',
  'PARTNERSHIP',
  'PUBLIC_COMPANY',
  'PRIVATE_COMPANY',
  'OTHER',
] as const;

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const phone = /^\+[1-9]\d{1,14}$/;

/** Who stands behind an Indian business that sells on WhatsApp, and who hears complaints. */
export const complianceEdges = ({ directory: { numbers } }: Emulator): Edges => ({
  'GET number/business_compliance_info': {
    access: 'whatsapp_business_management',
    answer: ({ node: { wabaId, compliance } }: Call<BusinessNumber>) => ({
      data: compliance
        ? [{ whatsapp_business_account_id: wabaId, messaging_product: 'whatsapp', ...compliance }]
        : [],
    }),
  },
  'POST number/business_compliance_info': {
    access: 'whatsapp_business_management',
    answer({ node, params }: Call<BusinessNumber>) {
      requireProduct(params);
      if (node.country !== 'IN')
        refuse(100, 'Business compliance information is only asked of phone numbers of India.');
      numbers.change(node.id, { compliance: readCompliance(params) });
      return { success: true };
    },
  },
});

function readCompliance(params: Params): JsonObject {
  const type = requiredChoice(params, 'entity_type', entityTypes);
  const custom =
    type === 'OTHER' ? { entity_type_custom: requiredText(params, 'entity_type_custom', { max: 1024 }) } : {};
  const registered = flag(params, 'is_registered');
  if (type === 'PARTNERSHIP' && registered === undefined)
    refuse(100, 'The parameter is_registered is required.');
  const officer = readPart(params, 'grievance_officer_details');
  return {
    entity_name: requiredText(params, 'entity_name', { min: 2, max: 128 }),
    entity_type: type,
    ...custom,
    ...(registered !== undefined && { is_registered: registered }),
    grievance_officer_details: {
      name: requiredText(officer, 'name', { max: 128 }),
      ...readContact('grievance_officer_details', officer),
    },
    customer_care_details: readContact('customer_care_details', readPart(params, 'customer_care_details')),
  };
}

function readPart(params: Params, name: string): Params {
  const given = params[name];
  return isObject(given) ? given : refuse(100, `The parameter ${name} is required.`);
}

function readContact(part: string, params: Params): JsonObject {
  const address = requiredText(params, 'email', { max: 128 });
  if (!email.test(address)) refuse(100, `Param ${part}[email] must be a valid email address.`);
  const phones = ['mobile_number', 'landline_number'].flatMap((name) => {
    const value = text(params, name, { max: 20 });
    if (value === undefined) return [];
    return phone.test(value)
      ? [[name, value]]
      : refuse(100, `Param ${part}[${name}] must be a phone number with +.`);
  });
  if (phones.length === 0)
    refuse(100, `The parameter ${part}[mobile_number] or ${part}[landline_number] is required.`);
  return { email: address, ...Object.fromEntries(phones) };
}
