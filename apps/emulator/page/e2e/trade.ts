import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Locator } from 'playwright-core';
import { expect, vi } from 'vitest';
import { sample } from '../../src/sample/sample-world.ts';
import { startEmulator, type RunningEmulator } from '../../src/start.ts';
import { sign } from '../../src/webhooks/sign.ts';
import type { JsonObject } from '../../src/world/json.ts';
import { openPage, type Visit } from './stage.ts';

export const rohan = '919820012345';
export const fatima = '919000011111';

/** What a business' program is told. */
export interface Change {
  field: string;
  value: {
    messages?: Heard[];
    statuses?: Status[];
    contacts?: JsonObject[];
    message_echoes?: Heard[];
    [part: string]: unknown;
  };
}

export interface Heard {
  id: string;
  from: string;
  type: string;
  context?: Record<string, unknown>;
  // Each type has a part of its own name.
  [part: string]: unknown;
}

interface Status {
  id: string;
  status: string;
  recipient_id?: string;
  errors?: { code: number }[];
  payment?: { reference_id: string };
}

interface File {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** One business with its program, and one browser with customers' phones: whatever one of them does, the others see. */
export interface Trade extends Visit {
  running: RunningEmulator;
  /** Calls Graph as the business' program does; the answer has to be a success. */
  graph: <Answer>(method: string, path: string, body?: object, token?: string) => Promise<Answer>;
  world: <Answer>(method: string, path: string, body?: object) => Promise<Answer>;
  /** Sends a message, by default to Rohan; gives its wamid. */
  send: (message: object) => Promise<string>;
  /** Sends it, and waits until it stands on Rohan's phone. */
  show: (message: object) => Promise<Locator>;
  upload: (file: File) => Promise<string>;
  /** Uploads a sample for a template's header. */
  handle: (file: File) => Promise<string>;
  /** A picture in the world outside, which messages name by its link. */
  pictureLink: string;
  /** The first change that fits and that nobody asked for before. */
  hear: (what: string, fits: (change: Change) => boolean) => Promise<Change>;
  /** The next message of a customer of that type. */
  message: (type: string) => Promise<Heard>;
  status: (id: string, status: string) => Promise<Status>;
  /** Whether the program heard it by now. */
  wasTold: (id: string, status: string) => boolean;
  stop: () => Promise<void>;
}

/** Twenty times as fast as the real one: nobody waits for a phone to ring or a template to be reviewed. */
const rate = 20;

export async function openTrade(): Promise<Trade> {
  const folder = await mkdtemp(path.join(tmpdir(), 'phones-trade-'));
  const running = await startEmulator({ port: 0, host: '127.0.0.1', folder, seed: 'trade', rate });
  const program = await openProgram();
  const stage = await openPage(`${running.url}/phones`);
  const visit = await stage.visit();
  const ask = async <Answer>(
    method: string,
    address: string,
    body?: object,
    token?: string,
  ): Promise<Answer> => {
    const answer = await visit.page.request.fetch(`${running.url}${address}`, {
      method,
      ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
      ...(body && { data: body }),
    });
    expect(answer.ok(), `${method} ${address}: ${await answer.text()}`).toBe(true);
    return (await answer.json()) as Answer;
  };
  const graph: Trade['graph'] = (method, address, body, token = sample.token) =>
    ask(method, `/v25.0/${address}`, body, token);
  const send: Trade['send'] = async (message) => {
    const whole = { messaging_product: 'whatsapp', to: rohan, ...message };
    const sent = await graph<{ messages?: { id: string }[] }>('POST', `${sample.numberId}/messages`, whole);
    return sent.messages?.[0]?.id ?? '';
  };
  await subscribe(graph, program.url);
  await ask('PATCH', '/world/settings/marketing', { perPersonAndDay: 100 });
  return {
    ...visit,
    ...listening(program.changes),
    running,
    pictureLink: `${program.url}/saree.png`,
    graph,
    send,
    world: (method, address, body) => ask(method, `/world/${address}`, body),
    async show(message) {
      const id = await send(message);
      const bubble = visit.phone(rohan).locator(`[data-message="${id}"]`);
      await bubble.waitFor();
      return bubble;
    },
    async upload(file) {
      const answer = await visit.page.request.post(`${running.url}/v25.0/${sample.numberId}/media`, {
        headers: { authorization: `Bearer ${sample.token}` },
        multipart: { messaging_product: 'whatsapp', type: file.mimeType, file },
      });
      expect(answer.ok(), await answer.text()).toBe(true);
      return ((await answer.json()) as { id: string }).id;
    },
    async handle({ name, mimeType, buffer }) {
      const file = `file_name=${name}&file_type=${mimeType}&file_length=${buffer.length}`;
      const { id } = await graph<{ id: string }>('POST', `${sample.appId}/uploads?${file}`);
      const answer = await visit.page.request.post(`${running.url}/v25.0/${id}`, {
        headers: { authorization: `OAuth ${sample.token}`, file_offset: '0' },
        data: buffer,
      });
      expect(answer.ok(), await answer.text()).toBe(true);
      return ((await answer.json()) as { h: string }).h;
    },
    async stop() {
      await visit.leave();
      await stage.stop();
      await running.stop();
      await program.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The app hears everything of the shop and of the number that lives in the Business app. */
async function subscribe(graph: Trade['graph'], callback_url: string): Promise<void> {
  const { fields } = { fields: ['messages', 'smb_message_echoes', 'history', 'smb_app_state_sync'] };
  const more = ['user_preferences', 'calls', 'account_update', 'flows', 'message_template_status_update'];
  const groups = ['group_lifecycle_update', 'group_participants_update', 'group_status_update'];
  await graph(
    'POST',
    `${sample.appId}/subscriptions`,
    {
      object: 'whatsapp_business_account',
      callback_url,
      verify_token: 'verify',
      fields: [...fields, ...more, ...groups],
    },
    `${sample.appId}|${sample.appSecret}`,
  );
  await graph('POST', `${sample.wabaId}/subscribed_apps`, {});
}

/** Four pixels of maroon. */
export const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEUlEQVR4nGOolrOulrNmgFAAGD4DUXdPdcQAAAAASUVORK5CYII=',
  'base64',
);

/** The endpoint that takes webhooks, and drops what is not signed with the app's secret. */
async function openProgram(): Promise<{ url: string; changes: Change[]; stop: () => Promise<void> }> {
  const changes: Change[] = [];
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.url?.endsWith('.png'))
      return void response.setHeader('content-type', 'image/png').end(picture);
    const { searchParams } = new URL(request.url ?? '/', 'http://program');
    const body = await text(request);
    if (request.headers['x-hub-signature-256'] === sign(sample.appSecret, body)) {
      const { entry } = JSON.parse(body) as { entry: { changes: Change[] }[] };
      changes.push(...entry.flatMap((one) => one.changes));
    }
    response.end(searchParams.get('hub.challenge'));
  };
  const server = createServer((request, response) => void take(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
    changes,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Updates of one webhook are told apart, so that each is asked for once. */
function listening(changes: Change[]): Pick<Trade, 'hear' | 'message' | 'status' | 'wasTold'> {
  const heard: Change[] = [];
  const sortIn = (): void => {
    for (const { field, value } of changes.splice(0)) {
      const { messages, statuses, ...rest } = value;
      const parts = [
        ...(messages ?? []).map((one) => ({ messages: [one] })),
        ...(statuses ?? []).map((one) => ({ statuses: [one] })),
      ];
      heard.push(
        ...(parts.length > 0 ? parts : [{}]).map((part) => ({ field, value: { ...rest, ...part } })),
      );
    }
  };
  const hear: Trade['hear'] = (what, fits) =>
    vi.waitFor(
      () => {
        sortIn();
        const found = heard.find(fits);
        if (!found)
          throw new Error(`The program did not hear ${what}, but ${JSON.stringify(heard.slice(-6))}`);
        heard.splice(heard.indexOf(found), 1);
        return found;
      },
      { timeout: 10_000, interval: 25 },
    );
  return {
    hear,
    async message(type) {
      const { value } = await hear(`a message: ${type}`, (one) => one.value.messages?.[0]?.type === type);
      return value.messages?.[0] as Heard;
    },
    async status(id, status) {
      const { value } = await hear(`${status} of ${id}`, tellsOf(id, status));
      return value.statuses?.[0] as Status;
    },
    wasTold(id, status) {
      sortIn();
      return heard.some(tellsOf(id, status));
    },
  };
}

const tellsOf =
  (id: string, status: string) =>
  ({ value: { statuses: [told] = [] } }: Change): boolean =>
    told?.id === id && told.status === status;

/** Opens the shop's chat on Rohan's phone and writes the first words, so that the business may answer. */
export async function beginChat(trade: Trade, words = 'Namaste'): Promise<Locator> {
  const phone = trade.phone(rohan);
  await phone.getByTestId('new-chat').click();
  await phone.getByTestId(`business-${sample.numberId}`).click();
  await say(phone, words);
  await trade.message('text');
  return phone;
}

export async function say(phone: Locator, words: string): Promise<void> {
  await phone.getByTestId('composer-text').fill(words);
  await phone.getByTestId('composer-send').click();
}
