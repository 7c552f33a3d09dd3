import type { OwnNumber } from '../load/sends.ts';
import { silksPortfolio } from './meta.ts';
import type { Stage } from './stage.ts';

export interface Business {
  numbers: OwnNumber[];
  agreed: { contactId: string; phone: string }[];
}

const people = 40;

/** What a business has before it sends: templates, people who agreed, and no hours in which it keeps quiet. */
export async function openBusiness({ owner, meta }: Stage): Promise<Business> {
  await meta.world('PATCH', `/businesses/${silksPortfolio}`, { tier: 'TIER_UNLIMITED' });
  const policies = { quietHours: { marketing: null, utility: null }, caps: [] };
  await owner.insist('PATCH', '/gate-policies', policies);
  const listed = await owner.insist<{ accounts: { accountId: string }[]; numbers: OwnNumber[] }>(
    'GET',
    '/numbers',
  );
  const { numbers } = listed;
  for (const { numberId } of numbers) await owner.insist('POST', `/numbers/${numberId}/refresh`, {});
  await owner.insist('POST', '/templates/sync', { accountId: listed.accounts[0]!.accountId });
  const agreed: Business['agreed'] = [];
  for (let nth = 0; nth < people; nth++) {
    const phone = `+9181${String(nth).padStart(8, '0')}`;
    const { contactId } = await owner.insist<{ contactId: string }>('POST', '/contacts', { phone });
    const entry = { kind: 'granted', purpose: 'promotions', source: 'crash' };
    await owner.insist('POST', `/contacts/${contactId}/consent/entries`, entry);
    agreed.push({ contactId, phone });
  }
  return { numbers, agreed };
}
