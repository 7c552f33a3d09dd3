import type { BusinessNumber } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';

/** Who began the talk of which a message is part: the business with a template, or the customer. */
export type Initiative = 'business' | 'customer';

interface Refused {
  code: number;
  details: string;
}

const restrictionOf: Record<Initiative, string> = {
  business: 'RESTRICTED_BIZ_INITIATED_MESSAGING',
  customer: 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING',
};

/** Why a number may not send at all now, apart from limits of pace; null when it may. */
export function refusalToSend(
  { world, directory }: Emulator,
  number: BusinessNumber,
  initiative: Initiative,
): Refused | null {
  const { waba } = directory.ownersOf(number);
  const now = world.clock.now();
  if (
    waba.locked ||
    waba.banState === 'DISABLE' ||
    number.status === 'BANNED' ||
    number.status === 'RESTRICTED'
  )
    return { code: 131031, details: 'Business Account has been locked.' };
  if (!number.registered) return { code: 133010, details: 'The phone number is not registered.' };
  if ((number.maintenanceUntil ?? 0) > now)
    return { code: 131057, details: 'Business Account is in maintenance mode.' };
  const restriction = waba.restrictions.find(
    ({ type, until = Infinity }) => type === restrictionOf[initiative] && until > now,
  );
  return restriction
    ? {
        code: 368,
        details: 'The account is temporarily blocked from sending these messages for policy violations.',
      }
    : null;
}
