import type { BusinessNumber } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { refuse } from '../../graph/errors.ts';
import type { JsonObject } from '../../world/json.ts';
import { choice, list, type Params, requireProduct, text } from '../reading.ts';

const verticals = [
  'OTHER',
  'AUTO',
  'BEAUTY',
  'APPAREL',
  'EDU',
  'ENTERTAIN',
  'EVENT_PLAN',
  'FINANCE',
  'GROCERY',
  'GOVT',
  'HOTEL',
  'HEALTH',
  'NONPROFIT',
  'PROF_SERVICES',
  'RETAIL',
  'TRAVEL',
  'RESTAURANT',
  'ALCOHOL',
  'ONLINE_GAMBLING',
  'PHYSICAL_GAMBLING',
  'OTC_DRUGS',
] as const;

const names = new Set([
  'about',
  'address',
  'description',
  'email',
  'profile_picture_url',
  'websites',
  'vertical',
  'messaging_product',
]);

/** The address of a picture that was uploaded under a handle; null when there is none of the caller. */
export type PictureOf = (handle: string, call: Call) => string | null;

/** What customers see of a business (Meta, "Business profiles"). */
export const profileEdges = ({ directory: { numbers } }: Emulator, pictureOf: PictureOf): Edges => ({
  'GET number/whatsapp_business_profile': {
    access: ['whatsapp_business_management', 'whatsapp_business_messaging'],
    answer: ({ node, fields }: Call<BusinessNumber>) => {
      const all: JsonObject = { ...node.profile, messaging_product: 'whatsapp' };
      // Without fields Graph tells only which product it is.
      const wanted = fields?.map(({ name }) => name) ?? [];
      const unknown = wanted.find((name) => !names.has(name) && name !== 'id');
      if (unknown !== undefined)
        refuse(100, `Tried accessing nonexistent field (${unknown}) on node type (WhatsAppBusinessProfile)`);
      const shown = Object.fromEntries(wanted.flatMap((name) => (name in all ? [[name, all[name]]] : [])));
      return { data: [{ ...shown, messaging_product: 'whatsapp' }] };
    },
  },
  'POST number/whatsapp_business_profile': {
    access: ['whatsapp_business_management', 'whatsapp_business_messaging'],
    answer(call: Call<BusinessNumber>) {
      const { node, params } = call;
      requireProduct(params);
      const picture = readPicture(call, pictureOf);
      const given = { ...readTexts(params), ...picture };
      numbers.change(node.id, { profile: { ...node.profile, ...given } });
      return { success: true };
    },
  },
});

function readTexts(params: Params): JsonObject {
  const websites = readWebsites(params);
  const email = text(params, 'email', { max: 128 });
  if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    refuse(100, 'Param email must be a valid email address.');
  const given = {
    about: text(params, 'about', { min: 1, max: 139 }),
    address: text(params, 'address', { max: 256 }),
    description: text(params, 'description', { max: 512 }),
    email,
    websites,
    vertical: choice(params, 'vertical', verticals),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function readWebsites(params: Params): string[] | undefined {
  const given = list(params, 'websites');
  if (!given) return undefined;
  if (given.length > 2) refuse(100, 'Param websites must have at most 2 elements.');
  return given.map((one, place) => {
    const address = text({ one }, 'one', { max: 256 }) ?? '';
    const isWeb = /^https?:$/.test(URL.parse(address)?.protocol ?? '');
    return isWeb ? address : refuse(100, `Param websites[${place}] must be a valid URI.`);
  });
}

function readPicture(call: Call, pictureOf: PictureOf): { profile_picture_url?: string } {
  const handle = text(call.params, 'profile_picture_handle');
  if (handle === undefined) return {};
  const address = pictureOf(handle, call);
  return address === null
    ? refuse(100, 'Param profile_picture_handle is not a handle of an uploaded file.')
    : { profile_picture_url: address };
}
