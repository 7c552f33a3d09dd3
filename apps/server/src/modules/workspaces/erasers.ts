import { countErased, eraserIn, namesThem, type Eraser } from '../../platform/erasing/index.ts';

/** Views that somebody saved with a person's number in the filter: one that looks for nobody is of no use. */
export const workspaceErasers: readonly Eraser[] = [
  eraserIn('workspaces.saved-views', ['saved_views'], async (tx, person) => ({
    saved_views: await countErased(
      tx,
      person,
      `delete from saved_views where workspace_id = $1 and (${namesThem('state::text')} or ${namesThem('name')}) returning 1`,
    ),
  })),
];
