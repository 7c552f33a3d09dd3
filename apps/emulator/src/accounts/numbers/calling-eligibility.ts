import type { ChangedCalling } from '@trikon/whatsapp';
import type { BusinessNumber } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import { refuse } from '../../graph/errors.ts';

/** Whether calling may be switched on (Meta, "Calling API: get started"). */
export function refuseCalling(
  { directory }: Emulator,
  number: BusinessNumber,
  { status, sip }: ChangedCalling,
): void {
  if (status !== 'ENABLED') return;
  const { waba, business } = directory.ownersOf(number);
  if (number.onBusinessApp)
    refuse(
      138018,
      'Calling cannot be enabled for a phone number that is in use with the WhatsApp Business app.',
    );
  if (business.tier === 'TIER_250') refuse(138015, 'The messaging limit must be at least 2,000.');
  const hears = waba.subscriptions.some(({ appId }) => directory.apps.get(appId)?.fields.includes('calls'));
  if (!hears && sip?.status !== 'ENABLED')
    refuse(138018, 'Calling cannot be enabled: no app is subscribed to calls, and SIP is not enabled.');
}
