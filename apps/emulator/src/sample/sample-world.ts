import { webhookFields } from '../accounts/apps/webhook-fields.ts';
import type { Directory } from '../directory/directory.ts';
import type { BusinessNumber } from '../directory/records.ts';
import { scopes } from '../directory/scopes.ts';
import { usualBusiness, usualNumber, usualWaba } from '../directory/usual-records.ts';
import type { World } from '../world/world.ts';

/** The words that stand in the README: every new world has them, so that examples can be copied. */
export const sample = {
  appId: '634974688087057',
  appSecret: 'b7c1f2a4d95e4c0f8a36e1d27f40c9b8',
  /** Configurations of Embedded Signup: the second is for numbers that are in the WhatsApp Business app. */
  configId: '1045678901234567',
  businessAppConfigId: '1045678901234568',
  token: 'EAAtrikonEmulatorSuratSilks',
  clinicToken: 'EAAtrikonEmulatorSahyadriDental',
  providerToken: 'EAAtrikonEmulatorProvider',
  businessId: '506914307656634',
  wabaId: '102290129340398',
  numberId: '106540352242922',
  secondNumberId: '106540352242923',
  clinicBusinessId: '506914307656635',
  clinicWabaId: '102290129340399',
  clinicNumberId: '106540352242924',
  /** Who made the app, with a test number that reaches five verified recipients. */
  providerBusinessId: '506914307656630',
  testWabaId: '102290129340400',
  testNumberId: '106540352242925',
} as const;

/** A silk shop in Surat with two numbers, a dental clinic in Pune with one, and the maker of the app that both use. */
export function makeSampleWorld(world: World, directory: Directory): void {
  directory.apps.put({
    id: sample.appId,
    name: 'Trikon',
    secret: sample.appSecret,
    mode: 'live',
    requireSecretProof: false,
    fields: [...webhookFields],
    clientCertificate: false,
    businessId: sample.providerBusinessId,
    loginConfigurations: [
      { id: sample.configId, name: 'WhatsApp sign-up', businessApp: false },
      { id: sample.businessAppConfigId, name: 'WhatsApp Business app sign-up', businessApp: true },
    ],
  });
  makeBusiness(world, directory, {
    businessId: sample.businessId,
    wabaId: sample.wabaId,
    token: sample.token,
    name: 'Surat Silks',
    numbers: [
      {
        id: sample.numberId,
        phone: '912614001234',
        verifiedName: 'Surat Silks',
        profile: {
          about: 'Sarees and dress materials since 1987',
          address: '12 Ring Road, Surat 395002',
          description: 'Handwoven silk from Surat, Banaras and Kanchipuram.',
          email: 'hello@suratsilks.example.in',
          websites: ['https://suratsilks.example.in'],
          vertical: 'RETAIL',
        },
      },
      { id: sample.secondNumberId, phone: '912614005678', verifiedName: 'Surat Silks Care' },
    ],
  });
  makeBusiness(world, directory, {
    businessId: sample.clinicBusinessId,
    wabaId: sample.clinicWabaId,
    token: sample.clinicToken,
    name: 'Sahyadri Dental Care',
    numbers: [
      {
        id: sample.clinicNumberId,
        phone: '912026401234',
        verifiedName: 'Sahyadri Dental Care',
        profile: { about: 'दाँतों की देखभाल', address: '4 FC Road, Pune 411004', vertical: 'HEALTH' },
      },
    ],
  });
  makeBusiness(world, directory, {
    businessId: sample.providerBusinessId,
    wabaId: sample.testWabaId,
    token: sample.providerToken,
    name: 'Trikon',
    numbers: [{ id: sample.testNumberId, phone: '15550783881', verifiedName: 'Test Number', ...testNumber }],
  });
}

const testNumber = { countryCode: '1', country: 'US', mode: 'SANDBOX' } satisfies Partial<BusinessNumber>;

type SampleNumber = Partial<BusinessNumber> & Pick<BusinessNumber, 'id' | 'phone' | 'verifiedName'>;

interface SampleBusiness {
  businessId: string;
  wabaId: string;
  token: string;
  name: string;
  numbers: SampleNumber[];
}

function makeBusiness(
  world: World,
  directory: Directory,
  { businessId, wabaId, token, name, numbers }: SampleBusiness,
): void {
  const now = world.clock.now();
  directory.businesses.put({
    id: businessId,
    name,
    ...usualBusiness(now),
  });
  directory.tokens.put({
    id: world.ids.next(),
    value: token,
    name: `${name} system user`,
    kind: 'system_user',
    appId: sample.appId,
    scopes: [...scopes],
    businessIds: [businessId],
    wabaIds: [],
    issuedAt: now,
  });
  directory.wabas.put({
    id: wabaId,
    businessId,
    name,
    ...usualWaba(now),
  });
  for (const number of numbers) directory.numbers.put({ ...usualNumber(now), wabaId, ...number });
}
