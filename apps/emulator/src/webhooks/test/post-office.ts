import { onTestFinished } from 'vitest';
import { createDirectory, type Directory } from '../../directory/directory.ts';
import { app, putTwoShops, silks } from '../../directory/test/two-shops.ts';
import { Faults } from '../../faults/faults.ts';
import { openWorld } from '../../world/test/worlds.ts';
import type { World, WorldSettings } from '../../world/world.ts';
import { Poster } from '../post.ts';
import type { Update } from '../update.ts';
import { Webhooks } from '../webhooks.ts';
import type { Receiver } from './receiver.ts';

export interface PostOffice {
  world: World;
  directory: Directory;
  faults: Faults;
  webhooks: Webhooks;
}

/** Webhooks in a world with two shops, whose app is told at the receiver's address. */
export function openPostOffice(
  receiver: Receiver,
  settings: Partial<WorldSettings> & ConstructorParameters<typeof Poster>[0] = {},
): PostOffice {
  const world = openWorld(settings);
  const directory = createDirectory(world);
  const faults = new Faults(world);
  const poster = new Poster(settings);
  const webhooks = new Webhooks({ world, directory, faults, poster });
  putTwoShops(directory);
  directory.apps.change(app.id, { callbackUrl: `${receiver.url}/app` });
  onTestFinished(() => poster.close());
  return { world, directory, faults, webhooks };
}

/** A status of the silk shop's number, as the webhook carries it. */
export const statusOf = (id: number | string, more: object = {}): Update => ({
  wabaId: silks.wabaId,
  numberId: silks.numberId,
  field: 'messages',
  value: {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '912614001234', phone_number_id: silks.numberId },
    statuses: [{ id: `wamid.${id}`, status: 'sent', ...more }],
  },
});

interface Body {
  entry: { id: string; time?: number; changes: { field: string; value: Record<string, unknown> }[] }[];
}

export const changesOf = (text: string) => (JSON.parse(text) as Body).entry.flatMap(({ changes }) => changes);

/** The ids of all statuses that arrived, in the order of their coming. */
export const statusIdsOf = ({ received }: Receiver): string[] =>
  received.flatMap(({ text }) =>
    changesOf(text).flatMap(({ value }) => (value.statuses as { id: string }[]).map(({ id }) => id.slice(6))),
  );
