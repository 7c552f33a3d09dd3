import type { NumberQualityUpdate } from '@trikon/whatsapp';
import type { BusinessNumber } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { refuse } from '../../graph/errors.ts';
import { choice, requireProduct } from '../reading.ts';
import { hour, minute } from '../times.ts';
import { type Pin, readPin } from './pin.ts';

const regions = ['AE', 'AU', 'BH', 'BR', 'CA', 'CH', 'DE', 'GB', 'ID', 'IN', 'JP', 'KR', 'SG', 'ZA'] as const;
const mostAttempts = 10;
const attemptsCount = 72 * hour;
const access = ['whatsapp_business_management', 'whatsapp_business_messaging'] as const;

/** Numbers come to the Cloud API and leave it (Meta, "Registration"). */
export const registrationEdges = (emulator: Emulator, pin: Pin): Edges => ({
  'POST number/register': {
    access,
    answer({ node, params }: Call<BusinessNumber>) {
      requireProduct(params);
      const given = readPin(params);
      const storageRegion = choice(params, 'data_localization_region', regions);
      if (params.backup !== undefined) refuse(100, 'Param backup: on-premises backups cannot be restored.');
      refuseStranger(node, 'registered');
      countAttempt(emulator, node);
      refuseUnready(emulator, node);
      pin.prove(node, given);
      register(emulator, node, storageRegion);
      return { success: true };
    },
  },
  'POST number/deregister': {
    access,
    answer({ node }: Call<BusinessNumber>) {
      refuseStranger(node, 'deregistered');
      countAttempt(emulator, node);
      if (!node.registered) refuse(133010, 'The phone number is not registered.');
      emulator.directory.numbers.change(node.id, { registered: false, status: 'DISCONNECTED' });
      return { success: true };
    },
  },
});

/** Registering again applies a display name that was approved since. */
function register(
  { world, directory, webhooks }: Emulator,
  number: BusinessNumber,
  storageRegion: string | undefined,
): void {
  const { id, wabaId, phone, newName, newNameStatus, registered } = number;
  const renamed =
    newName !== undefined && newNameStatus === 'APPROVED'
      ? { verifiedName: newName, nameStatus: newNameStatus, newName: undefined, newNameStatus: undefined }
      : {};
  directory.numbers.change(id, {
    registered: true,
    status: 'CONNECTED',
    quality: number.quality,
    onboardedAt: world.clock.now(),
    ...(storageRegion !== undefined && { storageRegion }),
    ...renamed,
  });
  if (registered) return;
  webhooks.send({
    wabaId,
    numberId: id,
    field: 'phone_number_quality_update',
    value: {
      display_phone_number: phone,
      event: 'ONBOARDING',
      max_daily_conversations_per_business: directory.ownersOf(number).business.tier,
    } satisfies NumberQualityUpdate,
  });
}

/** A number that is in the WhatsApp Business app too belongs to the phone: only its owner connects or disconnects it. */
function refuseStranger({ onBusinessApp, status }: BusinessNumber, verb: string): void {
  if (onBusinessApp)
    refuse(100, `A phone number that is in use with the WhatsApp Business app cannot be ${verb} by the API.`);
  if (status === 'DELETED' || status === 'MIGRATED')
    refuse(33, 'This object does not exist or does not support this action');
}

function countAttempt(
  { world, directory: { numbers } }: Emulator,
  { id, registrations = [] }: BusinessNumber,
) {
  const now = world.clock.now();
  const recent = registrations.filter((at) => now - at < attemptsCount);
  if (recent.length >= mostAttempts)
    refuse(
      133016,
      'There were too many registration or deregistration attempts for this phone number; 10 are possible in 72 hours.',
    );
  numbers.change(id, { registrations: [...recent, now] });
}

function refuseUnready(
  { world, directory }: Emulator,
  { wabaId, phone, codeStatus, status }: BusinessNumber,
) {
  if (codeStatus !== 'VERIFIED')
    refuse(133006, 'The phone number needs to be verified before it can be registered.');
  const waba = directory.wabas.get(wabaId);
  if (status === 'BANNED' || waba?.banState === 'DISABLE' || waba?.locked)
    refuse(131031, 'The business account was locked.');
  const now = world.clock.now();
  const isFresh = ({ deletedAt }: BusinessNumber): boolean =>
    deletedAt !== undefined && now - deletedAt < 5 * minute;
  if (directory.numbers.find((other) => other.phone === phone && isFresh(other)))
    refuse(133015, 'The phone number was deleted recently. Wait 5 minutes before you register it again.');
}
