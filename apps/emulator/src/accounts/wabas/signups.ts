import type { Waba } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { pageOf } from '../../graph/cursors.ts';
import { refuse } from '../../graph/errors.ts';
import { isObject } from '../../world/json.ts';
import { type Params, requiredText, text } from '../reading.ts';

/** A link by which a customer agrees to offers inside of WhatsApp. */
interface Signup {
  id: string;
  wabaId: string;
  message: string;
  confirmation: string;
  privacyPolicyUrl: string;
  websiteUrl?: string;
  promoCode?: string;
  displayName?: string;
  createdAt: number;
}

export interface Signups {
  find(id: string): Signup | undefined;
}

/** In-app signups (Meta, "In-app signup"). */
export function createSignups({ world, graph }: Emulator): Signups {
  const signups = world.collection<Signup>('signups');
  const byWaba = signups.index(({ wabaId }) => wabaId);
  const access = 'whatsapp_business_management';
  graph.nodes.define({
    kind: 'signup',
    type: 'WhatsAppBusinessSignup',
    collection: signups,
    owner: ({ wabaId }) => ({ wabaId }),
    defaults: [
      'id',
      'signup_message',
      'confirmation_message',
      'privacy_policy_url',
      'website_url',
      'promo_code',
    ],
    fields: {
      signup_message: ({ message }) => message,
      confirmation_message: ({ confirmation }) => confirmation,
      privacy_policy_url: ({ privacyPolicyUrl }) => privacyPolicyUrl,
      website_url: ({ websiteUrl }) => websiteUrl,
      promo_code: ({ promoCode }) => promoCode,
      display_name: ({ displayName }) => displayName,
    },
  });
  const edges: Edges = {
    'GET waba/signups': {
      access,
      answer(call: Call<Waba>) {
        const page = pageOf(byWaba.all(call.node.id).toReversed(), call, { path: `${call.node.id}/signups` });
        return { ...page, data: page.data.map((one) => graph.nodes.show('signup', one, call)) };
      },
    },
    'POST waba/signups': {
      access,
      answer({ node, params }: Call<Waba>) {
        const given = readSignup(params);
        const signup = signups.put({
          ...given,
          id: world.ids.next(),
          wabaId: node.id,
          createdAt: world.clock.now(),
        });
        return { id: signup.id };
      },
    },
  };
  graph.add(edges);
  return { find: (id) => signups.get(id) };
}

function readSignup(params: Params): Omit<Signup, 'id' | 'wabaId' | 'createdAt'> {
  const { policy } = params;
  if (!isObject(policy) || (policy.accepted !== true && policy.accepted !== 'true'))
    refuse(2494168, 'The terms of signups must be accepted.');
  const confirmation = requiredText(params, 'confirmation_message', { max: 1024 });
  const promoCode = text(params, 'promo_code', { max: 50 });
  const unknown = [...confirmation.matchAll(/\{\{(.*?)\}\}/g)].find(
    ([, name]) => name?.trim() !== 'promo_code',
  );
  if (unknown) refuse(2494166, `The placeholder ${unknown[0]} is not known.`);
  if (confirmation.includes('{{') && promoCode === undefined)
    refuse(2494167, 'The placeholder promo_code has no value.');
  if (promoCode !== undefined && !/^[A-Za-z0-9]+$/.test(promoCode))
    refuse(100, 'Param promo_code must be letters and digits.');
  const websiteUrl = text(params, 'website_url');
  if (websiteUrl !== undefined && URL.parse(websiteUrl)?.protocol !== 'https:')
    refuse(2494179, 'The website must use https.');
  const privacyPolicyUrl = requiredText(params, 'privacy_policy_url');
  if (!URL.canParse(privacyPolicyUrl)) refuse(100, 'Param privacy_policy_url must be a valid URI.');
  const displayName = text(params, 'display_name', { max: 256 });
  return {
    message: requiredText(params, 'signup_message', { max: 300 }),
    confirmation,
    privacyPolicyUrl,
    ...(websiteUrl !== undefined && { websiteUrl }),
    ...(promoCode !== undefined && { promoCode }),
    ...(displayName !== undefined && { displayName }),
  };
}
