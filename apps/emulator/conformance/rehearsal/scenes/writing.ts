import { jpeg, opus, pdf, webp } from '../../../src/media/test/samples.ts';
import { type Scene, send } from '../scene.ts';
import { asha, care, fatima, meera, rohan, shop } from './cast.ts';

const text = (chat: string, words: string, more: { replyTo?: string } = {}) =>
  ({ type: 'send-text', chat, text: words, ...more }) as const;

/** Everything that customers write. */
export const writing: Scene[] = [
  {
    says: 'customers write, answer, react and take the reaction back',
    async play(town) {
      await town.act(asha, text(shop, 'Namaste, दुकान खुली है?'));
      await town.act(rohan, text(shop, 'Is the Patola in stock?'));
      await town.act(fatima, text(shop, 'Do you ship to Hyderabad?'));
      const message = await send(town, { from: shop, to: asha, type: 'text', content: { body: 'Haan ji.' } });
      await town.act(asha, text(shop, 'Kab tak?', { replyTo: message }));
      await town.act(asha, { type: 'react', chat: shop, message, emoji: '🙏' });
      await town.act(asha, { type: 'react', chat: shop, message, emoji: '' });
    },
  },
  {
    says: 'customers send pictures, papers, voices and stickers',
    async play(town) {
      const { act } = town;
      const sent = async (as: 'image' | 'document' | 'voice' | 'audio' | 'sticker', media: string) =>
        act(asha, {
          type: 'send-media',
          chat: shop,
          as,
          media,
          ...(as === 'document' && { name: 'bill.pdf', caption: 'Bill' }),
        });
      await sent('image', await town.file('saree.jpg', 'image/jpeg', jpeg()));
      const { message = '' } = await sent('document', await town.file('bill.pdf', 'application/pdf', pdf));
      await act(asha, { type: 'forward', chat: shop, message, to: [care] });
      await sent('voice', await town.file('hello.ogg', 'audio/ogg', opus()));
      await sent('audio', await town.file('song.ogg', 'audio/ogg', opus()));
      await sent('sticker', await town.file('namaste.webp', 'image/webp', webp({ animated: true })));
    },
  },
  {
    says: 'customers send places, contacts, polls and what goes from hand to hand',
    async play({ act }) {
      const place = { latitude: 18.5204, longitude: 73.8567 };
      await act(asha, {
        type: 'send-location',
        chat: shop,
        ...place,
        name: 'Shaniwar Wada',
        address: 'Pune',
      });
      const { message = '' } = await act(asha, { type: 'send-location', chat: shop, ...place });
      await act(asha, { type: 'forward', chat: shop, message, to: [care] });
      await act(asha, { type: 'send-live-location', chat: shop, ...place, minutes: 15 });
      const phones = [{ phone: '+919820012345', onWhatsApp: true }];
      await act(asha, {
        type: 'send-contacts',
        chat: shop,
        contacts: [{ name: 'Rohan Mehta', phones, emails: [] }],
      });
      await act(asha, {
        type: 'send-poll',
        chat: shop,
        question: 'Which one?',
        options: ['Maroon', 'Green'],
      });
      const first = await act(asha, text(shop, 'Diwali greetings to all'));
      const second = await act(asha, {
        type: 'forward',
        chat: shop,
        message: first.message ?? '',
        to: [care],
      });
      await act(asha, { type: 'forward', chat: care, message: second.message ?? '', to: [shop] });
    },
  },
  {
    says: 'customers change and delete what they wrote, where no app hears of it',
    async play({ act }) {
      const { message = '' } = await act(rohan, text(shop, 'Green'));
      await act(rohan, { type: 'edit', chat: shop, message, text: 'Maroon' });
      await act(rohan, { type: 'delete', chat: shop, message, for: 'everyone' });
    },
  },
  {
    says: 'somebody comes by an ad',
    async play({ act, world }) {
      const { ads } = (await world('GET /entries')) as { ads: { id: string; advertiser: string }[] };
      const ad = ads.find(({ advertiser }) => advertiser === 'Surat Silks')?.id ?? '';
      await act(rohan, { type: 'tap-ad', ad });
      await act(rohan, text(shop, 'नमस्ते! मुझे नई साड़ियाँ दिखाइए।'));
    },
  },
  {
    says: 'somebody asks about a product and orders',
    async play({ act }) {
      await act(asha, { type: 'send-text', chat: shop, text: 'Is it pure silk?', product: 'SS-SAR-101' });
      await act(asha, {
        type: 'place-order',
        chat: shop,
        items: [{ retailerId: 'SS-SAR-101', quantity: 2 }],
      });
    },
  },
  {
    says: 'somebody changes the number, the device and the mind about offers',
    async play({ act, graph, world }) {
      await world('POST /people', { phone: meera, name: 'Meera Joshi' });
      await act(meera, text(care, 'Hello'));
      await act(meera, { type: 'marketing', chat: care, value: 'stop' });
      await act(meera, { type: 'marketing', chat: care, value: 'resume' });
      await graph(`POST /${care}/settings`, { user_identity_change: { enable_identity_key_check: true } });
      await act(meera, { type: 'change-device' });
      await act(meera, { type: 'change-number', phone: '919811122244' });
      await world('POST /people/919811122244/new-user-id');
      await graph(`POST /${care}/settings`, { user_identity_change: { enable_identity_key_check: false } });
    },
  },
];
