import { countErased, eraserIn, namesThem, type Eraser } from '../erasing/index.ts';

/** What programs were answered. Without it, the same request under the same key is carried out anew. */
export const answersEraser: Eraser = eraserIn(
  'platform.answers',
  ['idempotency_keys'],
  async (tx, person) => ({
    idempotency_keys: await countErased(
      tx,
      person,
      `delete from idempotency_keys where workspace_id = $1 and (
       ${namesThem('answer::text')} or ${namesThem('key')}
       or exists (select from unnest($2::uuid[]) as id where strpos(answer::text, id::text) > 0)) returning 1`,
    ),
  }),
);
