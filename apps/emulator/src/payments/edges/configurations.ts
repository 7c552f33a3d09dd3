import { requiredChoice, requiredText, text } from '../../accounts/reading.ts';
import type { Waba } from '../../directory/records.ts';
import { type Call, type Edges, Reply } from '../../graph/call.ts';
import { refuse } from '../../graph/errors.ts';
import { isCategory, isPurpose } from '../configurations/codes.ts';
import { type Configurations, showConfiguration } from '../configurations/configurations.ts';
import type { Ledger } from '../ledger.ts';
import { type Configuration, secondsOf } from '../records.ts';
import { isVpa } from '../upi.ts';

const access = 'whatsapp_business_management';

/** How an account is paid (Meta, "Payments API India: onboarding APIs"). */
export const configurationEdges = (ledger: Ledger, configurations: Configurations): Edges => ({
  'GET waba/payment_configurations': {
    access,
    answer: ({ node }: Call<Waba>) => ({
      data: [{ payment_configurations: ledger.configurationsOf.all(node.id).map(showConfiguration) }],
    }),
  },
  'GET waba/payment_configuration/*': {
    access,
    answer: ({ node, rest: [name = ''] }: Call<Waba>) => ({
      data: [showConfiguration(named(ledger, node, name))],
    }),
  },
  'POST waba/payment_configuration': {
    access,
    answer(call: Call<Waba>) {
      if (!ledger.hasAcceptedTerms(call.node)) refuse(134011, termsDetails(call.node.id));
      const given = readConfiguration(call);
      if (ledger.configuration(call.node.id, given.name))
        refuse(100, `A payment configuration with the name ${given.name} exists already.`);
      const made = configurations.create(given);
      if (made.provider === 'upi_vpa') return { success: true };
      return { ...showLink(call, configurations.link(made)), success: true };
    },
  },
  'POST waba/payment_configuration/*': {
    access,
    answer({ node, params, rest: [name = ''] }: Call<Waba>) {
      const configuration = named(ledger, node, name);
      const dataEndpointUrl = webAddress(params, 'data_endpoint_url');
      ledger.configurations.change(configuration.id, { dataEndpointUrl, updatedAt: ledger.now });
      return { success: true };
    },
  },
  'POST waba/generate_payment_configuration_oauth_link': {
    access,
    answer(call: Call<Waba>) {
      const configuration = named(ledger, call.node, requiredText(call.params, 'configuration_name'));
      if (configuration.provider === 'upi_vpa')
        refuse(100, 'A payment configuration with a UPI address has nothing to be linked with.');
      const isGiven = call.params.redirect_url !== undefined;
      const redirectUrl = isGiven ? webAddress(call.params, 'redirect_url') : undefined;
      return showLink(call, configurations.link(configuration, redirectUrl));
    },
  },
  'DELETE waba/payment_configuration': {
    access,
    answer({ node, params }: Call<Waba>) {
      const { id } = named(ledger, node, requiredText(params, 'configuration_name'));
      ledger.configurations.delete(id);
      return { success: true };
    },
  },
});

/** Where the owner of the shop agrees at the gateway: opening the link is agreeing. */
export const onboardingEdges = (ledger: Ledger, configurations: Configurations): Edges => ({
  'GET root/payment/onboarding/init': {
    access: 'none',
    answer({ params }: Call) {
      const configuration = ledger.configurationByToken.get(requiredText(params, 'token'));
      if (!configuration?.link || configuration.link.until <= ledger.now)
        refuse(100, 'The link is not valid, or no longer; generate a new one.');
      const { redirectUrl = '' } = configurations.connect(configuration);
      return new Reply({ success: true }, { status: 302, headers: { location: redirectUrl } });
    },
  },
});

export const termsDetails = (wabaId: string): string =>
  `Accept the WhatsApp Payments terms of service to send payment messages: https://business.facebook.com/billing_hub/payment_settings?asset_id=${wabaId}`;

function named(ledger: Ledger, { id }: Waba, name: string): Configuration {
  return (
    ledger.configuration(id, name) ?? refuse(100, `There is no payment configuration with the name ${name}.`)
  );
}

function showLink({ origin }: Call, { token, until }: { token: string; until: number }) {
  return { oauth_url: `${origin}/payment/onboarding/init/?token=${token}`, expiration: secondsOf(until) };
}

const providers = ['upi_vpa', 'razorpay', 'payu', 'zaakpay'] as const;

function readConfiguration({ node, params }: Call<Waba>) {
  const name = requiredText(params, 'configuration_name', { max: 60 });
  const provider = requiredChoice(params, 'provider_name', providers);
  const isUpi = provider === 'upi_vpa';
  const read = isUpi ? requiredText : text;
  const categoryCode = read(params, 'merchant_category_code');
  const purposeCode = read(params, 'purpose_code');
  if (categoryCode !== undefined && !isCategory(categoryCode))
    refuse(100, 'Param merchant_category_code must have 4 digits.');
  if (purposeCode !== undefined && !isPurpose(purposeCode))
    refuse(100, 'Param purpose_code must be one of {00, 01, 02, 03, 04, 05, 06, 07, 08, 09, 10}.');
  return {
    wabaId: node.id,
    name,
    provider,
    ...(categoryCode !== undefined && { categoryCode }),
    ...(purposeCode !== undefined && { purposeCode }),
    ...(isUpi ? { vpa: vpaIn(params) } : { redirectUrl: webAddress(params, 'redirect_url') }),
  };
}

function vpaIn(params: Record<string, unknown>): string {
  const vpa = requiredText(params, 'merchant_vpa');
  return isVpa(vpa) ? vpa : refuse(100, 'Param merchant_vpa must be a UPI address, such as shop@bank.');
}

function webAddress(params: Record<string, unknown>, name: string): string {
  const address = URL.parse(requiredText(params, name, { max: 2000 }));
  if (!address || !/^https?:$/.test(address.protocol)) refuse(100, `Param ${name} must be a valid URI.`);
  // In its normal form it may stand in a header.
  return address.href;
}
