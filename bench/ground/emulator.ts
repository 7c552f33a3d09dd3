import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startChild } from './child.ts';

const program = path.join(import.meta.dirname, '../../apps/emulator/src/main.ts');

/** The emulator in a process of its own, with an account whose numbers may send as fast as they can. */
export interface EmulatorGround extends AsyncDisposable {
  url: string;
  pid: number;
  folder: string;
  /** The addresses of messages, one for each number. */
  paths: string[];
  headers: Record<string, string>;
  /** Has webhooks sent to an address that answers the question of whether it is the right one. */
  subscribe(callback: string): Promise<void>;
}

const app = { id: '634974688087057', secret: 'b7c1f2a4d95e4c0f8a36e1d27f40c9b8' };
const business = '506914307656634';
const waba = '102290129340398';
const numbers = ['106540352242922', '106540352242923'];
const headers = { authorization: 'Bearer EAAtrikonEmulatorSuratSilks' };

export async function openEmulator(): Promise<EmulatorGround> {
  const folder = await mkdtemp(path.join(tmpdir(), 'trikon-bench-emulator-'));
  const child = await startChild(program, { EMULATOR_PORT: '0', EMULATOR_DATA: folder });
  const ask = async (method: string, path: string, body: object, token = headers): Promise<void> => {
    const answer = await fetch(`${child.url}${path}`, {
      method,
      headers: { ...token, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok)
      throw new Error(`${method} ${path} was answered ${answer.status}: ${await answer.text()}`);
  };
  // What Meta allows is not what is measured: without its limits the machine is the limit.
  await ask('PATCH', '/world/settings/messages', { throughput: false, pairRate: false });
  await ask('PATCH', `/world/businesses/${business}`, { tier: 'TIER_UNLIMITED' });
  return {
    url: child.url,
    pid: child.pid,
    folder,
    paths: numbers.map((number) => `/v25.0/${number}/messages`),
    headers,
    async subscribe(callback) {
      const asApp = { authorization: `Bearer ${app.id}|${app.secret}` };
      const fields = { object: 'whatsapp_business_account', fields: 'messages', verify_token: 'bench' };
      await ask('POST', `/v25.0/${app.id}/subscriptions`, { ...fields, callback_url: callback }, asApp);
      await ask('POST', `/v25.0/${waba}/subscribed_apps`, {});
    },
    [Symbol.asyncDispose]: async () => {
      await child.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

let recipients = 0;

/** A template to somebody new each time, with values in two scripts. */
export const newMessage = (): string =>
  JSON.stringify({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: `+91${7_000_000_000 + recipients++}`,
    type: 'template',
    template: {
      name: 'order_confirmation',
      language: { code: 'en' },
      components: [
        {
          type: 'body',
          parameters: [
            { type: 'text', text: 'आशा' },
            { type: 'text', text: `SS-${recipients}` },
          ],
        },
        {
          type: 'button',
          sub_type: 'url',
          index: '0',
          parameters: [{ type: 'text', text: `SS-${recipients}` }],
        },
      ],
    },
  });
