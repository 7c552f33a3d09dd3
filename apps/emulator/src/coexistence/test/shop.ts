import { onTestFinished } from 'vitest';
import { type Assembled, assemble } from '../../assemble.ts';
import { GraphError } from '../../graph/errors.ts';
import type { PhoneAction } from '../../phones/actions.ts';
import type { ChatView, OwnerPhone } from '../../phones/view.ts';
import { handlooms } from '../../sample/handlooms/handlooms.ts';
import { makeSampleWorld, sample } from '../../sample/sample-world.ts';
import { Poster } from '../../webhooks/post.ts';
import type { JsonObject } from '../../world/json.ts';
import { openWorld } from '../../world/test/worlds.ts';
import type { World, WorldSettings } from '../../world/world.ts';

/** What the subscriber heard, as it came. */
interface Heard {
  field: string;
  value: JsonObject;
  entry: string;
}

export interface Shop {
  inside: Assembled;
  world: World;
  heard: Heard[];
  /** Bodies without entries. */
  bare: JsonObject[];
  /** Values of a field, after everything that is under way has come. */
  told(field: string): Promise<JsonObject[]>;
  act(action: PhoneAction, phone?: string): Promise<{ message?: string; chat?: string }>;
  owner(): OwnerPhone;
  chat(chat: string): ChatView;
  ask(method: string, address: string, body?: JsonObject): Promise<{ status: number; body: JsonObject }>;
  connect(shareHistory?: boolean): Promise<void>;
  minutes(count: number): Promise<void>;
}

export const appPhone = `app-${handlooms.numberId}`;
export const number = handlooms.numberId;
export const asha = '919876543210';
const token = 'EAAhandlooms';

/** The notebook of a partner whose callback takes everything. */
class Notebook extends Poster {
  readonly heard: Heard[] = [];
  readonly bare: JsonObject[] = [];

  constructor() {
    super({});
  }

  override async post(_: string, { body }: { body: string }): Promise<number> {
    const read = JSON.parse(body) as JsonObject & {
      entry?: { id: string; changes: { field: string; value: JsonObject }[] }[];
    };
    if (!read.entry) this.bare.push(read);
    for (const { id, changes } of read.entry ?? [])
      this.heard.push(...changes.map((change) => ({ ...change, entry: id })));
    return 200;
  }
}

/** A weaver's shop with the Business app and one customer, Asha; the partner is subscribed already. */
export function openShop(settings: Partial<WorldSettings> = {}): Shop {
  const world = openWorld(settings);
  const notebook = new Notebook();
  const inside = assemble(world, notebook);
  onTestFinished(() => notebook.close());
  const { directory, graph } = inside.emulator;
  if (world.clock.now() > 0 && directory.apps.size === 0) furnish(inside);
  const { act, routes } = inside.phones;
  const told = async (field: string): Promise<JsonObject[]> => {
    await world.settle();
    return notebook.heard.filter((one) => one.field === field).map(({ value }) => value);
  };
  const read = (key: string, params: Record<string, string>): unknown =>
    routes[key]?.({ params, query: new URLSearchParams() } as never);
  const shop: Shop = {
    inside,
    world,
    heard: notebook.heard,
    bare: notebook.bare,
    told,
    act: async (action, phone = appPhone) => act(phone, action),
    owner: () => read('GET /world/phones/:phone', { phone: appPhone }) as OwnerPhone,
    chat: (chat) => read('GET /world/phones/:phone/chats/:chat', { phone: appPhone, chat }) as ChatView,
    async ask(method, address, body = {}) {
      const asked = {
        method,
        segments: address.split('?')[0]?.split('/').filter(Boolean) ?? [],
        version: 25,
        query: Object.fromEntries(new URLSearchParams(address.split('?')[1])),
        headers: { authorization: `Bearer ${token}` },
        origin: 'http://emulator.test',
      };
      try {
        const given = { params: { ...body }, files: [], bytes: new Uint8Array(), text: '' };
        const reply = await graph.answer(asked, graph.route(asked), given);
        return { status: reply.status, body: reply.body as JsonObject };
      } catch (error) {
        if (!(error instanceof GraphError)) throw error;
        return { status: error.status, body: error.envelope('trace').error as unknown as JsonObject };
      }
    },
    async connect(shareHistory = true) {
      inside.coexistence.askToConnect(number, { partner: { name: 'Trikon', appId: sample.appId } });
      await shop.act({ type: 'answer-connect', accept: true, shareHistory });
    },
    minutes: (count) => world.travel(count * 60_000),
  };
  return shop;
}

function furnish({ emulator, people, apps }: Assembled): void {
  const { world, directory } = emulator;
  makeSampleWorld(world, directory);
  directory.apps.change(sample.appId, { callbackUrl: 'https://trikon.example.in/webhook' });
  apps.create({
    name: 'Madhubani Handlooms',
    phone: handlooms.phone,
    language: 'hi',
    ids: { business: handlooms.businessId, waba: handlooms.wabaId, number },
  });
  directory.wabas.change(handlooms.wabaId, { subscriptions: [{ appId: sample.appId }] });
  const system = directory.tokens.find(({ value }) => value === sample.token);
  if (system)
    directory.tokens.put({ ...system, id: 'handlooms', value: token, businessIds: [handlooms.businessId] });
  people.create({ id: asha, name: 'Asha Patil' });
}
