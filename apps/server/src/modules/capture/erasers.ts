import { countErased, eraserIn, namesThem, type Eraser } from '../../platform/erasing/index.ts';

/** Attempts stay as they are counted; of the person nothing does. */
export const captureErasers: readonly Eraser[] = [
  eraserIn('capture.submissions', ['submissions', 'wish_confirmations'], async (tx, person) => ({
    submissions: await countErased(
      tx,
      person,
      `update submissions set phone = null, evidence = '{}', origin_key = null, confirm_code = null,
         state = case when state = 'waiting' then 'declined' else state end
       where workspace_id = $1 and (contact_id = any($2) or ${namesThem('phone')} or ${namesThem('evidence::text')}) returning 1`,
    ),
    wish_confirmations: await countErased(
      tx,
      person,
      'delete from wish_confirmations where workspace_id = $1 and contact_id = any($2) returning 1',
    ),
  })),
];
