import type { Emulator } from '../emulator.ts';

/** What can be read of apps, portfolios, accounts and numbers (Meta, "WhatsApp Business Account", "Business phone numbers"). */
export function defineAccountNodes({ directory, graph: { nodes } }: Emulator): void {
  nodes.define({
    kind: 'app',
    type: 'Application',
    collection: directory.apps,
    owner: ({ id }) => ({ appId: id }),
    defaults: ['name', 'id'],
    fields: { name: ({ name }) => name },
  });
  nodes.define({
    kind: 'business',
    type: 'Business',
    collection: directory.businesses,
    owner: ({ id }) => ({ businessId: id }),
    defaults: ['id', 'name'],
    fields: { name: ({ name }) => name },
  });
  nodes.define({
    kind: 'waba',
    type: 'WhatsAppBusinessAccount',
    collection: directory.wabas,
    owner: ({ id }) => ({ wabaId: id }),
    defaults: ['id', 'name', 'timezone_id', 'message_template_namespace'],
    fields: { name: ({ name }) => name, currency: ({ currency }) => currency },
  });
  nodes.define({
    kind: 'number',
    type: 'WhatsAppBusinessPhoneNumber',
    collection: directory.numbers,
    owner: ({ wabaId }) => ({ wabaId }),
    defaults: [
      'verified_name',
      'code_verification_status',
      'display_phone_number',
      'quality_rating',
      'platform_type',
      'throughput',
      'id',
    ],
    fields: {
      verified_name: ({ verifiedName }) => verifiedName,
      code_verification_status: ({ codeStatus }) => codeStatus,
      display_phone_number: ({ phone }) => `+${phone}`,
      quality_rating: ({ quality }) => quality,
      platform_type: () => 'CLOUD_API',
      throughput: ({ throughput }) => ({ level: throughput }),
    },
  });
}
