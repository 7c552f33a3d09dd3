import { defineMessages } from '../../i18n/define-messages.ts';

/** The few words that are needed before the feature's pages are: in the rail, the palette and the tab. */
export const costPlaceMessages = defineMessages('costs-places', {
  en: {
    title: 'Costs',
    budgets: 'Budgets',
    prices: 'Prices',
    newBudget: 'Set a budget',
    newPrice: 'Add a price',
  },
  hi: {
    title: 'ख़र्च',
    budgets: 'बजट',
    prices: 'क़ीमतें',
    newBudget: 'बजट बनाएँ',
    newPrice: 'क़ीमत जोड़ें',
  },
});
