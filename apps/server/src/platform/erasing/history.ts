import { countErased, eraserIn, namesThem, type Eraser } from './eraser.ts';

/** The history keeps that something was said; the words go. */
const history = eraserIn('platform.history', ['events', 'parked_events'], async (tx, person) => ({
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
}));

/** What programs were answered. Without it, the same request under the same key is carried out anew. */
const answers = eraserIn('platform.answers', ['idempotency_keys'], async (tx, person) => ({
  idempotency_keys: await countErased(
    tx,
    person,
    `delete from idempotency_keys where workspace_id = $1 and (
       ${namesThem('answer::text')} or ${namesThem('key')}
       or exists (select from unnest($2::uuid[]) as id where strpos(answer::text, id::text) > 0)) returning 1`,
  ),
}));

export const platformErasers: readonly Eraser[] = [history, answers];
