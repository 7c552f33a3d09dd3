import { afterAll, beforeAll, expect, test } from 'vitest';
import { change, message, messages } from '../../../../test/webhooks/bodies.ts';
import { openProcessingGround, type ProcessingGround } from '../../../../test/webhooks/processing-ground.ts';

let ground: ProcessingGround;
let now: Date;

beforeAll(async () => {
  ground = await openProcessingGround();
});
afterAll(() => ground.drop());

const minutes = (count: number): Date => new Date(ground.clock.now().getTime() + count * 60_000);

interface Stored {
  wamid: string;
  type: string;
  text: string | null;
  content: Record<string, unknown>;
  context: Record<string, unknown> | null;
  at: Date;
  direction: string;
  origin: string;
  status: string;
  reply_to_wamid: string | null;
  reply_to_id: string | null;
  message_id: string;
  conversation_id: string;
  forwarded: boolean;
  reactions: unknown;
  edits: unknown;
  revoked_at: Date | null;
}

const stored = async (wamid: string): Promise<Stored | undefined> =>
  (await ground.asOwner<Stored>('select * from messages where wamid = $1', [wamid]))[0];

const conversation = async (): Promise<{
  window_ends_at: Date | null;
  free_entry_offered_until: Date | null;
  free_entry_ends_at: Date | null;
  standby_since: Date | null;
  last_message_at: Date;
}> => (await ground.asOwner<Awaited<ReturnType<typeof conversation>>>('select * from conversations'))[0]!;

const eventsOf = async (type: string): Promise<Record<string, unknown>[]> =>
  (
    await ground.asOwner<{ data: Record<string, unknown> }>(
      'select data from events where type = $1 order by tx, seq',
      [type],
    )
  ).map(({ data }) => data);

test('a message of a customer is in their thread, opens a window for a day and is told once', async () => {
  const at = minutes(-1);
  const taken = await ground.deliver(messages(ground.silks, message('wamid.one', at)));
  expect(ground.reported).toEqual([]);
  expect(taken).toEqual({ deliveries: 1, updates: 1, parked: 0 });
  expect(await stored('wamid.one')).toMatchObject({
    type: 'text',
    text: 'Is the peacock blue saree in stock?',
    content: { text: { body: 'Is the peacock blue saree in stock?' } },
    direction: 'in',
    origin: 'customer',
    status: 'received',
    at,
  });
  expect((await conversation()).window_ends_at).toEqual(minutes(24 * 60 - 1));
  expect(await eventsOf('message.received')).toHaveLength(1);
  expect(await eventsOf('conversation.opened')).toHaveLength(1);
});
