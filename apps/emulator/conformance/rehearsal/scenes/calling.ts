import { sdpOfPhone } from '../../../src/calls/sdp.ts';
import { Random } from '../../../src/world/random.ts';
import { readAt } from '../../fill.ts';
import { type Scene, send, told } from '../scene.ts';
import { kabir, rohan, shop } from './cast.ts';

const ofWhatsApp = { messaging_product: 'whatsapp' };
const session = { sdp_type: 'offer', sdp: sdpOfPhone('offer', new Random('rehearsal')) };

/** Calls in both directions: taken, missed, turned down. */
export const calling: Scene[] = [
  {
    says: 'a number takes calls, and a customer lets it call',
    async play(town) {
      await town.world('POST /people', { phone: kabir, name: 'Kabir Khan' });
      await town.act(kabir, { type: 'send-text', chat: shop, text: 'Please call me' });
      const calls = {
        status: 'ENABLED',
        call_icon_visibility: 'DEFAULT',
        callback_permission_status: 'ENABLED',
      };
      await town.graph(`POST /${shop}/settings`, { calling: calls });
      const request = {
        type: 'call_permission_request',
        body: { text: 'May we call you?' },
        action: { name: 'call_permission_request' },
      };
      const message = await send(town, { from: shop, to: kabir, type: 'interactive', content: request });
      await town.act(kabir, { type: 'answer-call-request', chat: shop, message, answer: 'accept' });
    },
  },
  {
    says: 'the business calls, and is heard, turned down and not heard',
    async play(town) {
      const call = async (): Promise<string> => {
        const answer = await town.graph(`POST /${shop}/calls`, {
          ...ofWhatsApp,
          to: kabir,
          action: 'connect',
          session,
          biz_opaque_callback_data: 'conv_42',
        });
        await town.pass(5);
        return String(readAt(answer, 'calls.0.id'));
      };
      const taken = await call();
      await town.act(kabir, { type: 'accept-call', call: taken });
      await town.pass(90);
      await town.act(kabir, { type: 'end-call', call: taken });
      await town.act(kabir, { type: 'decline-call', call: await call() });
      await call();
      await town.pass(90);
    },
  },
  {
    says: 'a customer calls, and the business takes it once',
    async play(town) {
      await town.act(rohan, { type: 'call', chat: shop });
      await town.pass(5);
      const call_id = told(town, 'calls', 'calls.0.id');
      await town.graph(`POST /${shop}/calls`, {
        ...ofWhatsApp,
        call_id,
        action: 'accept',
        session: { ...session, sdp_type: 'answer' },
      });
      await town.pass(30);
      await town.graph(`POST /${shop}/calls`, { ...ofWhatsApp, call_id, action: 'terminate' });
      await town.act(rohan, { type: 'call', chat: shop });
      await town.pass(90);
    },
  },
];
