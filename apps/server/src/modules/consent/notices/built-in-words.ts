import type { BasePurpose } from '../rules.ts';

/** By language. */
export type PurposeTexts = Record<string, { name: string; explanation: string }>;

/** How the built-in purposes are called, unless the workspace calls them otherwise. */
export const builtInWords: Readonly<Record<BasePurpose, PurposeTexts>> = {
  service: {
    en: { name: 'Answers and help', explanation: 'We answer what you write to us and help with questions.' },
    hi: { name: 'जवाब और मदद', explanation: 'आप जो लिखें उसका जवाब देना और सवालों में मदद करना।' },
  },
  orders: {
    en: {
      name: 'Orders and bookings',
      explanation: 'We tell you about what you bought or booked: confirmation, payment, delivery, reminders.',
    },
    hi: {
      name: 'ऑर्डर और बुकिंग',
      explanation: 'आपने जो ख़रीदा या बुक किया उसकी ख़बर: पुष्टि, भुगतान, डिलीवरी और याद दिलाना।',
    },
  },
  promotions: {
    en: { name: 'Offers and news', explanation: 'We send you offers, new arrivals and festival sales.' },
    hi: { name: 'ऑफ़र और ख़बरें', explanation: 'ऑफ़र, नए सामान और त्योहारों की सेल की जानकारी भेजना।' },
  },
};
