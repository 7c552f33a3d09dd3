import type { Copy, Piece } from '../copy.ts';
import type { LintRule } from '../rule.ts';

export const textTooLong: LintRule = {
  code: 'text_too_long',
  severity: 'blocks',
  explanation: {
    en: 'The text is longer than WhatsApp takes: 1,024 characters in a body (600 with an offer, 160 on a card or beside a product), 60 in header and footer, 16 in an offer.',
    hi: 'टेक्स्ट WhatsApp की सीमा से लंबा है: मुख्य टेक्स्ट 1,024 अक्षर (ऑफ़र के साथ 600, कार्ड या उत्पाद के साथ 160), हेडर और फ़ुटर 60, ऑफ़र 16।',
  },
  fix: {
    en: 'Shorten it. One message says one thing.',
    hi: 'छोटा करें। एक संदेश, एक बात।',
  },
  finds: (copy) =>
    copy.pieces.flatMap((piece) => {
      // An emoji counts as one.
      const { length } = Array.from(piece.text);
      const limit = limitOf(copy, piece);
      return length > limit ? [{ path: piece.path, excerpt: `${length} > ${limit}` }] : [];
    }),
};

function limitOf(copy: Copy, { role, card }: Piece): number {
  if (role === 'offer') return 16;
  if (role === 'header' || role === 'footer') return 60;
  if (role === 'button') return Infinity;
  if (card !== null || copy.media.some(({ format }) => format === 'PRODUCT')) return 160;
  return copy.kinds.has('LIMITED_TIME_OFFER') ? 600 : 1024;
}
