import type { Directory } from '../directory/directory.ts';
import type { BusinessNumber } from '../directory/records.ts';
import type { JsonObject } from '../world/json.ts';
import type { Random } from '../world/random.ts';
import type { AdView } from './view.ts';

export interface Ad extends AdView {
  number: BusinessNumber;
  sourceUrl: string;
}

const texts: Record<string, Pick<AdView, 'text' | 'headline' | 'autofill'>> = {
  APPAREL: {
    text: 'Banarasi silk for the wedding season, woven in Surat. ₹500 off your first saree this week.',
    headline: 'Chat with us for today’s designs',
    autofill: 'नमस्ते! मुझे नई साड़ियाँ दिखाइए।',
  },
  HEALTH: {
    text: 'Painless cleaning by senior dentists. Evening slots in Kothrud, every day but Sunday.',
    headline: 'Book a check-up on WhatsApp',
    autofill: 'Hello, I would like to book a check-up.',
  },
};

const usual = {
  text: 'Talk to us on WhatsApp: we answer within minutes.',
  headline: 'Chat with us',
  autofill: 'Hello! Can I get more info on this?',
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
export function adReferral({ id, headline, text, sourceUrl }: Ad, random: Random): JsonObject {
  return {
    source_url: sourceUrl,
    source_id: id,
    source_type: 'ad',
    headline,
    body: text,
    media_type: 'image',
    image_url: 'https://scontent.xx.fbcdn.net/v/ad.jpg',
    ctwa_clid: `Aff-${random.hex(24).toLowerCase()}`,
    welcome_message: { text: headline },
  };
}
