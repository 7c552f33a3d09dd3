import type { Business, BusinessNumber, Waba } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { refuse } from '../../graph/errors.ts';
import { callingCodeOf, countryOf } from '../../people/countries.ts';
import type { PreverifiedNumbers } from '../businesses/preverified-numbers.ts';
import type { Names } from '../numbers/names.ts';
import { flag, type Params, requiredText, text } from '../reading.ts';
import { numbersIn } from './numbers-of-waba.ts';

const mostOfWaba = 25;

interface NewNumber {
  /** E.164 without the plus sign. */
  phone: string;
  verifiedName: string;
  /** Takes the number over from another account. */
  migrate?: boolean;
  /** A partner has proven before who owns it. */
  verified?: boolean;
}

/** Puts a number into an account, where it waits for its verification. */
export type AddNumber = (waba: Waba, number: NewNumber) => BusinessNumber;

export function createAddNumber(emulator: Emulator, names: Names): AddNumber {
  const { world, directory } = emulator;
  return (waba, { phone, verifiedName, migrate = false, verified = false }) => {
    const business = directory.businesses.get(waba.businessId);
    if (!business) throw new Error(`The account ${waba.id} has no owner.`);
    const source = directory.numberByPhone.get(phone);
    refuseAccount(emulator, waba, business);
    if (source) refuseTaken(waba, source, migrate);
    const now = world.clock.now();
    const number = directory.numbers.put({
      ...blankNumber,
      id: world.ids.next(),
      wabaId: waba.id,
      phone,
      countryCode: callingCodeOf(phone) ?? '',
      country: countryOf(phone) ?? '',
      verifiedName: source?.verifiedName ?? verifiedName,
      onboardedAt: 0,
      createdAt: now,
      ...(verified && { codeStatus: 'VERIFIED' }),
      ...(source && { migratesFrom: source.id, nameStatus: source.nameStatus, quality: source.quality }),
    });
    // Below that limit a name is worn without review (Meta, "Display names").
    if (!source && business.tier !== 'TIER_250') names.submit(number, verifiedName);
    return directory.numbers.get(number.id) ?? number;
  };
}

const blankNumber = {
  nameStatus: 'AVAILABLE_WITHOUT_REVIEW',
  status: 'PENDING',
  codeStatus: 'NOT_VERIFIED',
  registered: false,
  quality: 'UNKNOWN',
  throughput: 'STANDARD',
  mode: 'LIVE',
  allowedRecipients: [],
  onBusinessApp: false,
  official: false,
  profile: {},
  callSettings: {},
  identityCheck: false,
  extra: {},
} satisfies Partial<BusinessNumber>;

export const addNumberEdges = (add: AddNumber, preverified: PreverifiedNumbers): Edges => ({
  'POST waba/phone_numbers': {
    access: 'whatsapp_business_management',
    answer({ node, params }: Call<Waba>) {
      const migrate = flag(params, 'migrate_phone_number') ?? false;
      // A number that moves keeps its name.
      const verifiedName = migrate
        ? (text(params, 'verified_name') ?? '')
        : requiredText(params, 'verified_name', { min: 2, max: 75 });
      const proven = text(params, 'preverified_id');
      if (proven === undefined)
        return { id: add(node, { phone: readPhone(params), verifiedName, migrate }).id };
      const phone =
        preverified.use(proven) ?? refuse(100, 'Param preverified_id is not the ID of a verified number.');
      return { id: add(node, { phone, verifiedName, verified: true }).id };
    },
  },
});

/** The calling code may stand by itself in `cc`, or in the number. */
function readPhone(params: Params): string {
  const cc = text(params, 'cc') ?? '';
  const digits = requiredText(params, 'phone_number').replaceAll(/[\s()+-]/g, '');
  const phone = cc !== '' && !isComplete(digits, cc) ? `${cc}${digits.replace(/^0+/, '')}` : digits;
  if (!/^[1-9]\d{6,14}$/.test(phone) || callingCodeOf(phone) === undefined)
    refuse(100, 'Param phone_number must be a valid phone number.');
  return phone;
}

/** Indian numbers have ten digits, so that twelve which begin with 91 carry their code already. */
const isComplete = (digits: string, cc: string): boolean => digits.startsWith(cc) && digits.length > 10;

function refuseAccount(
  { world, directory }: Emulator,
  waba: Waba,
  {
    id,
    tier,
    verification,
    numberLimit = tier === 'TIER_250' && verification !== 'verified' ? 2 : 20,
  }: Business,
): void {
  if (waba.locked || waba.banState === 'DISABLE') refuse(131031, 'The business account was locked.');
  const now = world.clock.now();
  const isBarred = waba.restrictions.some(
    ({ type, until = Infinity }) => type === 'RESTRICTED_ADD_PHONE_NUMBER_ACTION' && until > now,
  );
  if (isBarred) refuse(368, 'The account is temporarily blocked from adding phone numbers.');
  const owned = directory.wabasOf(id).flatMap((one) => numbersIn(directory, one)).length;
  if (owned >= numberLimit)
    refuse(100, `The business portfolio has reached its limit of ${numberLimit} phone numbers.`);
  if (numbersIn(directory, waba).length >= mostOfWaba)
    refuse(100, `The account has reached its limit of ${mostOfWaba} phone numbers.`);
}

const refuseMove = (subcode: number, userTitle: string, userMessage: string): never =>
  refuse(100, 'Invalid parameter', { subcode, userTitle, userMessage });

/** A number of another account only comes by migration (Meta, "Migrating phone numbers"). */
function refuseTaken(
  { id, reviewStatus, hasPaymentMethod }: Waba,
  source: BusinessNumber,
  migrate: boolean,
): void {
  if (source.wabaId === id)
    refuseMove(2388012, 'Phone number exists', 'This phone number is in the account already.');
  if (!migrate) refuse(100, 'The phone number is registered with another WhatsApp Business account.');
  if (source.pin !== undefined)
    refuseMove(
      2388001,
      'Cannot verify ownership',
      'Turn off two-step verification of the phone number first.',
    );
  if (
    source.onBusinessApp ||
    source.nameStatus !== 'APPROVED' ||
    reviewStatus !== 'APPROVED' ||
    !hasPaymentMethod
  )
    refuseMove(
      2388103,
      'Phone number cannot be migrated',
      'The display name and the new account must be approved, the account needs a payment method, and the number must not be in use with the WhatsApp Business app.',
    );
}
