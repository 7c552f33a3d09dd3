import { type Scene, send, told } from '../scene.ts';
import { asha, care, rohan } from './cast.ts';

const ofWhatsApp = { messaging_product: 'whatsapp' };

/** Groups from their beginning to their end. */
export const gathering: Scene[] = [
  {
    says: 'a number becomes official, and its groups are founded, joined, written to and left',
    async play(town) {
      const { act, graph, world, pass } = town;
      await world(`PATCH /numbers/${care}`, { official: true });
      await graph(`POST /${care}/groups`, { ...ofWhatsApp, subject: 'Silk lovers of Pune' });
      await pass(10);
      const group = told(town, 'group_lifecycle_update', 'groups.0.group_id');
      const url = told(town, 'group_lifecycle_update', 'groups.0.invite_link');
      for (const person of [asha, rohan]) await act(person, { type: 'open-link', url });
      await pass(10);
      await act(asha, { type: 'send-text', chat: group, text: 'Are the Patolas there?' });
      const more = { recipient_type: 'group' };
      const content = { body: 'नमस्ते! They come tomorrow.' };
      await send(town, { from: care, to: group, type: 'text', content, more });
      await act(asha, { type: 'open-chat', chat: group });
      await graph(`POST /${group}`, { ...ofWhatsApp, subject: 'Silk lovers' });
      await act(rohan, { type: 'leave-group', chat: group });
      await pass(10);
      await graph(`DELETE /${group}`);
      await pass(10);
    },
  },
];
