import { jpeg } from '../../../src/media/test/samples.ts';
import { handlooms } from '../../../src/sample/handlooms/handlooms.ts';
import type { Scene } from '../scene.ts';
import { asha, weaver, weaverPhone } from './cast.ts';

const ofWhatsApp = { messaging_product: 'whatsapp' };
const day = 24 * 3600;

/** A number in the WhatsApp Business app comes to the Cloud API and goes again. */
export const coexisting: Scene[] = [
  {
    says: 'an owner connects the app and shares contacts and chats',
    async play({ act, graph, world, pass }) {
      await world(`POST /coexistence/${weaver}/ask`);
      await act(weaverPhone, { type: 'answer-connect', accept: true, shareHistory: true });
      const made = await world('POST /tokens', { name: 'Weaver', businesses: [handlooms.businessId] });
      const token = String(made.value);
      await graph(`POST /${handlooms.wabaId}/subscribed_apps`, undefined, token);
      for (const sync_type of ['smb_app_state_sync', 'history'])
        await graph(`POST /${weaver}/smb_app_data`, { ...ofWhatsApp, sync_type }, token);
      await pass(900);
    },
  },
  {
    says: 'the owner writes on the phone, changes it and takes it back',
    async play({ act }) {
      const on = { chat: asha };
      const { message = '' } = await act(weaverPhone, {
        type: 'send-text',
        ...on,
        text: 'Naya stock aaya hai',
      });
      await act(weaverPhone, { type: 'edit', ...on, message, text: 'Naya stock aa gaya' });
      await act(weaverPhone, { type: 'delete', ...on, message, for: 'everyone' });
      await act(weaverPhone, { type: 'save-contact', ...on, name: 'Asha Pune' });
    },
  },
  {
    says: 'a customer changes and deletes what the app has',
    async play({ act, file }) {
      const media = await file('saree.jpg', 'image/jpeg', jpeg());
      const on = { chat: weaver };
      const { message = '' } = await act(asha, {
        type: 'send-media',
        ...on,
        as: 'image',
        media,
        caption: 'Like this',
      });
      await act(asha, { type: 'edit', ...on, message, text: 'Just like this' });
      await act(asha, { type: 'delete', ...on, message, for: 'everyone' });
    },
  },
  {
    says: 'the owner changes phones, and later forgets this one',
    async play({ world, pass }) {
      await world(`POST /coexistence/${weaver}/new-device`, { seconds: 60 });
      await pass(120);
      await pass(100 * day);
    },
  },
];
