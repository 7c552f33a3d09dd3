import type { Directory } from '../../directory/directory.ts';
import type { Business, BusinessNumber, Waba } from '../../directory/records.ts';

type Ability = 'AVAILABLE' | 'LIMITED' | 'BLOCKED';

interface HealthError {
  error_code: number;
  error_description: string;
  possible_solution: string;
}

export interface HealthEntity {
  entity_type: 'MESSAGE_TEMPLATE' | 'PHONE_NUMBER' | 'WABA' | 'BUSINESS' | 'APP';
  id: string;
  can_send_message: Ability;
  errors?: HealthError[];
  additional_info?: string[];
}

interface Asked {
  waba: Waba;
  appId: string;
  number?: BusinessNumber;
  /** What stands before the account in the chain, such as a template. */
  before?: HealthEntity[];
}

/**
 * Whether messages can be sent, and by whose fault not: the account, the portfolio and the app always, a number or a
 * template when it was asked about (Meta, "Messaging health status").
 */
export function healthStatus({ businesses }: Directory, { waba, appId, number, before = [] }: Asked) {
  const business = businesses.get(waba.businessId);
  const entities: HealthEntity[] = [
    ...before,
    ...(number ? [healthOfNumber(number)] : []),
    healthOfWaba(waba),
    ...(business ? [healthOfBusiness(business)] : []),
    { entity_type: 'APP', id: appId, can_send_message: 'AVAILABLE' },
  ];
  return { can_send_message: worst(entities), entities };
}

function worst(entities: HealthEntity[]): Ability {
  const has = (ability: Ability): boolean =>
    entities.some(({ can_send_message }) => can_send_message === ability);
  if (has('BLOCKED')) return 'BLOCKED';
  return has('LIMITED') ? 'LIMITED' : 'AVAILABLE';
}

const blocked = (code: number, description: string, solution: string) => ({
  can_send_message: 'BLOCKED' as const,
  errors: [{ error_code: code, error_description: description, possible_solution: solution }],
});

function healthOfNumber({ id, registered, status, nameStatus }: BusinessNumber): HealthEntity {
  const entity = { entity_type: 'PHONE_NUMBER' as const, id };
  if (!registered)
    return {
      ...entity,
      ...blocked(133010, 'The phone number is not registered.', 'Register the phone number.'),
    };
  if (status === 'BANNED' || status === 'RESTRICTED')
    return {
      ...entity,
      ...blocked(131031, 'The phone number is blocked.', 'Request a review in Business Support Home.'),
    };
  if (nameStatus === 'APPROVED' || nameStatus === 'AVAILABLE_WITHOUT_REVIEW')
    return { ...entity, can_send_message: 'AVAILABLE' };
  const info =
    'Your display name has not been approved yet. Your message limit will increase after the display name is approved.';
  return { ...entity, can_send_message: 'LIMITED', additional_info: [info] };
}

function healthOfWaba(waba: Waba): HealthEntity {
  const entity = { entity_type: 'WABA' as const, id: waba.id };
  if (waba.locked || waba.banState === 'DISABLE')
    return {
      ...entity,
      ...blocked(131031, 'The account has been locked.', 'Request a review in Business Support Home.'),
    };
  if (!waba.hasPaymentMethod)
    return {
      ...entity,
      ...blocked(
        141006,
        'There is an error with the payment method. This will block business initiated conversations.',
        'There was an error with your payment method. Please add a new payment method to the account.',
      ),
    };
  if (waba.restrictions.length > 0)
    return {
      ...entity,
      can_send_message: 'LIMITED',
      additional_info: waba.restrictions.map(({ type }) => type),
    };
  return { ...entity, can_send_message: 'AVAILABLE' };
}

function healthOfBusiness({ id, verification }: Business): HealthEntity {
  const entity = { entity_type: 'BUSINESS' as const, id };
  if (verification === 'verified') return { ...entity, can_send_message: 'AVAILABLE' };
  return {
    ...entity,
    can_send_message: 'LIMITED',
    additional_info: ['The Business has not passed business verification.'],
  };
}
