import { jpeg } from '../../../src/media/test/samples.ts';
import { sample } from '../../../src/sample/sample-world.ts';
import { readAt } from '../../fill.ts';
import type { Scene } from '../scene.ts';
import type { Town } from '../town.ts';

const body = (text: string, ...words: string[]) => ({
  type: 'BODY',
  text,
  ...(words.length > 0 && { example: { body_text: [words] } }),
});

const buttons = [
  { type: 'PHONE_NUMBER', text: 'Phone support', phone_number: '+912614001234' },
  { type: 'URL', text: 'Our shop', url: 'https://suratsilks.example.in/support' },
];

async function make(town: Town, name: string, category: string, components: unknown[]): Promise<string> {
  const made = await town.graph(`POST /${sample.wabaId}/message_templates`, {
    name,
    language: 'en',
    category,
    components,
  });
  await town.pass(60);
  return String(readAt(made, 'id'));
}

const steer = (town: Town, template: string, steering: object) =>
  town.world(`POST /templates/${template}/steering`, steering);

/** What becomes of templates. */
export const templating: Scene[] = [
  {
    says: 'templates are approved, turned down, changed and deleted',
    async play(town) {
      const text = 'Thank you, {{1}}! Your order {{2}} leaves Surat tomorrow.';
      const bare = await make(town, 'order_leaves', 'UTILITY', [body(text, 'Asha', 'SS-1')]);
      await town.graph(`POST /${bare}`, { components: [body(`${text} We will write.`, 'Asha', 'SS-1')] });
      const rich = await make(town, 'order_sent', 'UTILITY', [
        { type: 'HEADER', format: 'TEXT', text: 'Your order is on its way' },
        body(text, 'Asha', 'SS-1'),
        { type: 'FOOTER', text: 'Surat Silks' },
        { type: 'BUTTONS', buttons },
      ]);
      await town.graph(`POST /${rich}`, {
        components: [
          { type: 'HEADER', format: 'TEXT', text: 'Your order has left' },
          body(`${text} Thank you.`, 'Asha', 'SS-1'),
          { type: 'FOOTER', text: 'Surat Silks' },
          { type: 'BUTTONS', buttons },
        ],
      });
      await town.pass(60);
      await town.world('POST /template-reviews', {
        outcome: 'reject',
        name: 'order_refused',
        reason: 'SCAM',
      });
      await make(town, 'order_refused', 'UTILITY', [body(text, 'Asha', 'SS-1')]);
      await town.graph(`DELETE /${sample.wabaId}/message_templates?name=order_refused`);
    },
  },
  {
    says: 'a template is judged by those who get it, and moved to another category',
    async play(town) {
      const text = 'Your parcel {{1}} waits for you at our shop.';
      const template = await make(town, 'parcel_waits', 'UTILITY', [body(text, 'SS-1')]);
      for (const score of ['YELLOW', 'RED', 'GREEN']) await steer(town, template, { to: 'quality', score });
      await steer(town, template, { to: 'unpause' });
      await steer(town, template, { to: 'recategorise', category: 'MARKETING' });
      await town.pass(25 * 3600);
      await steer(town, template, { to: 'recategorise', category: 'UTILITY', notice: false });
      await steer(town, template, { to: 'disable' });
    },
  },
];

/** Each recorded request makes a template; the file that it names is another here. */
export const recordedTemplates = (requests: ReadonlyMap<string, unknown>): Scene[] =>
  [...requests].map(([name, request]) => ({
    says: `a template is made as it was recorded: ${name}`,
    async play(town) {
      const handle = await uploadHandle(town);
      const body: unknown = JSON.parse(
        JSON.stringify(request, (key, value: unknown) => (key === 'header_handle' ? [handle] : value)),
      );
      await town.graph(`POST /${sample.wabaId}/message_templates`, body);
      await town.pass(60);
    },
  }));

async function uploadHandle(town: Town): Promise<string> {
  const bytes = jpeg();
  const given = `file_name=saree.jpg&file_length=${bytes.length}&file_type=image/jpeg`;
  const opened = await town.graph(`POST /${sample.appId}/uploads?${given}`);
  const answer = await town.fetch(`${town.base}/v25.0/${String(opened.id)}`, {
    method: 'POST',
    headers: { authorization: `OAuth ${sample.token}`, file_offset: '0' },
    body: Buffer.from(bytes),
  });
  return String(readAt(await answer.json(), 'h'));
}
