import { expect } from 'vitest';
import { openMetaStage, silks, silksNumber, type MetaStage } from '../meta/stage.ts';

export const asha = '919876543210';

/** One program in all its roles and Meta beside it; the tests play the shop and its customers. */
export interface Story extends MetaStage {
  accountId: string;
  numberId: string;
  /** What a customer does with the phone. */
  act(phone: string, action: { type: string; [field: string]: unknown }): Promise<void>;
  /** A file on a customer's phone. */
  pick(bytes: Buffer, type: string): Promise<string>;
  /** What the phone shows of the chat with the shop, oldest first. */
  chatOf(phone: string): Promise<Shown[]>;
  /** Time passes, here and at Meta. */
  pass(milliseconds: number): Promise<void>;
  /** Seconds pass until it is so. */
  eventually<T>(look: () => Promise<T>): ReturnType<typeof expect.poll<T>>;
}

interface Shown {
  content: { kind: string; text?: string; [field: string]: unknown };
}

export async function openStory(): Promise<Story> {
  const stage = await openMetaStage({ TRIKON_ROLES: 'api,ingest,worker' });
  const { app, owner, emulator, inside } = stage;
  const world = async <Body>(path: string, body?: RequestInit['body'], type?: string): Promise<Body> => {
    const response = await fetch(`${emulator.url}/world/${path}`, {
      ...(body !== undefined && { method: 'POST', body }),
      ...(type !== undefined && { headers: { 'content-type': type } }),
    });
    expect(response.status, path).toBeLessThan(300);
    return (await response.json()) as Body;
  };
  const pass = async (milliseconds: number): Promise<void> => {
    app.clock.advance(milliseconds);
    await inside.world.travel(milliseconds);
  };
  const connected = await owner.api.post<{ accountId: string }>('/numbers/connections', silks);
  const { accountId } = connected.body;
  expect((await owner.api.post('/templates/sync', { accountId })).status).toBe(200);
  const { body } = await owner.api.get<{ numbers: { numberId: string; phoneNumberId: string }[] }>(
    '/numbers',
  );
  const { numberId } = body.numbers.find(({ phoneNumberId }) => phoneNumberId === silksNumber)!;
  return {
    ...stage,
    accountId,
    numberId,
    act: async (phone, action) => {
      await world(`phones/${phone}/actions`, JSON.stringify({ chat: silksNumber, ...action }));
    },
    pick: async (bytes, type) => (await world<{ id: string }>('media', new Uint8Array(bytes), type)).id,
    chatOf: async (phone) =>
      (await world<{ messages: Shown[] }>(`phones/${phone}/chats/${silksNumber}`)).messages,
    pass,
    eventually: (look) =>
      expect.poll(
        async () => {
          await pass(1_000);
          return look();
        },
        { timeout: 15_000, interval: 60 },
      ),
  };
}
