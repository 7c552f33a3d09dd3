import { countErased, eraserIn, namesThem, type Eraser } from '../erasing/index.ts';

/** The history keeps that something was said; the words go. */
export const historyEraser: Eraser = eraserIn(
  'platform.history',
  ['events', 'parked_events'],
  async (tx, person) => ({
    events: await countErased(
      tx,
      person,
      `update events set data = jsonb_set(data, '{text}', 'null')
     where workspace_id = $1 and contact_id = any($2) and type = 'message.received' and data ->> 'text' is not null
     returning 1`,
    ),
    parked_events: await countErased(
      tx,
      person,
      `delete from parked_events where workspace_id = $1
       and (event ->> 'contactId' = any($2::uuid[]::text[]) or ${namesThem('event::text')}) returning 1`,
    ),
  }),
);
