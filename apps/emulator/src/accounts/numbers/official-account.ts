import type { AccountAlert } from '@trikon/whatsapp';
import type { BusinessNumber } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { refuse } from '../../graph/errors.ts';
import { list, requiredText, text } from '../reading.ts';
import { day } from '../times.ts';

/** Requests for the badge of an official account (Meta, "Official business accounts"). */
export const officialAccountEdges = ({ world, directory: { numbers } }: Emulator): Edges => ({
  'GET number/official_business_account': {
    access: 'whatsapp_business_management',
    answer: ({ node }: Call<BusinessNumber>) => ({ ...officialStatus(node), id: node.id }),
  },
  'POST number/official_business_account': {
    access: 'whatsapp_business_management',
    answer({ node, params }: Call<BusinessNumber>) {
      checkRequest(params);
      if (node.onBusinessApp)
        refuse(100, 'Official business account status is not available for WhatsApp Business app numbers.');
      if (node.official) refuse(100, 'This phone number is an official business account already.');
      const now = world.clock.now();
      if (node.officialRequest && now - node.officialRequest.at < 30 * day)
        refuse(100, 'A new request can be made 30 days after the last one.');
      numbers.change(node.id, { officialRequest: { status: 'PENDING', at: now } });
      return { success: true };
    },
  },
});

export function officialStatus({ official, officialRequest }: BusinessNumber): { oba_status: string } {
  return { oba_status: official ? 'APPROVED' : (officialRequest?.status ?? 'NOT_STARTED') };
}

/** Decides a request as Meta would, and tells subscribers. */
export function decideOfficial(
  { world, directory: { numbers }, webhooks }: Emulator,
  number: BusinessNumber,
  approved: boolean,
): void {
  const status = approved ? 'APPROVED' : 'REJECTED';
  numbers.change(number.id, {
    official: approved,
    officialRequest: { status, at: number.officialRequest?.at ?? world.clock.now() },
  });
  webhooks.send({
    wabaId: number.wabaId,
    numberId: number.id,
    field: 'account_alerts',
    value: {
      entity_type: 'PHONE_NUMBER',
      entity_id: number.id,
      alert_info: {
        alert_severity: 'INFORMATIONAL',
        alert_status: 'NONE',
        alert_type: approved ? 'OBA_APPROVED' : 'OBA_REJECTED',
        alert_description: approved
          ? 'The phone number is an official business account now.'
          : 'The phone number does not qualify as an official business account.',
      },
    } satisfies AccountAlert,
  });
}

function checkRequest(params: Record<string, unknown>): void {
  const website = requiredText(params, 'business_website_url', { max: 2000 });
  if (!URL.canParse(website)) refuse(100, 'Param business_website_url must be a valid URI.');
  requiredText(params, 'primary_country_of_operation', { max: 100 });
  text(params, 'primary_language', { max: 100 });
  text(params, 'parent_business_or_brand', { max: 256 });
  text(params, 'additional_supporting_information', { max: 2000 });
  const links = list(params, 'supporting_links') ?? [];
  if (links.some((link) => typeof link !== 'string' || !URL.canParse(link)))
    refuse(100, 'Param supporting_links must be an array of valid URIs.');
}
