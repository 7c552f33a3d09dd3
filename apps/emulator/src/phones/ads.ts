import type { Directory } from '../directory/directory.ts';
import type { BusinessNumber } from '../directory/records.ts';
import type { JsonObject } from '../world/json.ts';
import type { Random } from '../world/random.ts';
import type { AdView } from './view.ts';

export interface Ad extends AdView {
  number: BusinessNumber;
  sourceUrl: string;
}

type AdText = Pick<AdView, 'text' | 'headline' | 'autofill'> & { picture: string };

/** Drawn for the phones page, which serves them. */
const pictures = '/phones/page/art/';

const silk: AdText = {
  text: 'Handwoven silk for the wedding season. ₹500 off your first saree this week.',
  headline: 'Chat with us for today’s designs',
  autofill: 'नमस्ते! मुझे नई साड़ियाँ दिखाइए।',
  picture: `${pictures}ad-silk.svg`,
};

const texts: Record<string, AdText> = {
  APPAREL: silk,
  RETAIL: silk,
  HEALTH: {
    text: 'Painless cleaning by senior dentists. Evening slots, every day but Sunday.',
    headline: 'Book a check-up on WhatsApp',
    autofill: 'Hello, I would like to book a check-up.',
    picture: `${pictures}ad-clinic.svg`,
  },
};

const usual: AdText = {
  text: 'Talk to us on WhatsApp: we answer within minutes.',
  headline: 'Chat with us',
  autofill: 'Hello! Can I get more info on this?',
  picture: `${pictures}ad-shop.svg`,
};

/** One click-to-WhatsApp ad for each number of the world. */
export function adsOf({ numbers }: Directory): Ad[] {
  return [...numbers.values()].map((number) => ({
    id: `12022630${number.id.slice(-10)}`,
    advertiser: number.verifiedName,
    ...(texts[typeof number.profile.vertical === 'string' ? number.profile.vertical : ''] ?? usual),
    prompts: [],
    number,
    sourceUrl: `https://fb.me/${number.id.slice(-9)}`,
  }));
}

export const adOf = (directory: Directory, id: string): Ad | undefined =>
  adsOf(directory).find((ad) => ad.id === id);

/** What the first message after a tap carries; each tap has a click of its own (Meta, "referral"). */
export function adReferral(
  { id, headline, text, sourceUrl, picture = '' }: Ad,
  { random, origin }: { random: Random; origin: string },
): JsonObject {
  return {
    source_url: sourceUrl,
    source_id: id,
    source_type: 'ad',
    headline,
    body: text,
    media_type: 'image',
    image_url: origin + picture,
    ctwa_clid: `Aff-${random.hex(24).toLowerCase()}`,
    welcome_message: { text: headline },
  };
}

/** The picture as the phones page addresses it, however the world is reached from outside. */
export function adPicture({ image_url: url }: JsonObject): string | undefined {
  const { pathname = '' } = (typeof url === 'string' && URL.parse(url)) || {};
  return pathname.startsWith(pictures) ? pathname : undefined;
}
