import { isObject } from '../json/lossless-json.ts';
import type { CallLimits, Graph } from './graph.ts';
import { confirm } from './reading.ts';

/** What customers see of a business. */
export interface BusinessProfile {
  about?: string;
  address?: string;
  description?: string;
  email?: string;
  websites?: string[];
  vertical?: string;
  profile_picture_url?: string;
}

export type ProfileChange = Omit<BusinessProfile, 'profile_picture_url'> & {
  /** Of a picture that was uploaded. */
  profile_picture_handle?: string;
};

const fields = ['about', 'address', 'description', 'email', 'websites', 'vertical', 'profile_picture_url'];
const pathOf = (numberId: string) => [numberId, 'whatsapp_business_profile'];

export async function getProfile(
  graph: Graph,
  { numberId }: { numberId: string },
  limits?: CallLimits,
): Promise<BusinessProfile> {
  const query = { fields: fields.join(',') };
  const { data } = await graph.call({ method: 'GET', path: pathOf(numberId), query }, limits);
  const profile = Array.isArray(data) ? data[0] : undefined;
  return isObject(profile) ? profile : {};
}

/** What is not named stays as it is. */
export async function setProfile(
  graph: Graph,
  { numberId, profile }: { numberId: string; profile: ProfileChange },
  limits?: CallLimits,
): Promise<void> {
  const json = { messaging_product: 'whatsapp', ...profile };
  confirm(await graph.call({ method: 'POST', path: pathOf(numberId), json }, limits));
}
