import { defineMessages } from '../../i18n/define-messages.ts';

/** The few words that are needed before the feature's pages are: in the rail, the palette and the tab. */
export const deliveryPlaceMessages = defineMessages('deliveries-places', {
  en: {
    title: 'Deliveries',
    parked: 'Parked deliveries',
    updates: 'Other news',
    one: 'Delivery',
    group: 'Deliveries',
  },
  hi: {
    title: 'WhatsApp से आया',
    parked: 'अलग रखा हुआ',
    updates: 'दूसरी ख़बरें',
    one: 'एक खेप',
    group: 'WhatsApp से आया',
  },
});
