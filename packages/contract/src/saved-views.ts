import { z } from 'zod';
import { get, post, remove } from './procedure.ts';
import { id, line, nothing } from './scalars.ts';

const screen = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
/** What a table needs to show itself again: columns, order, filters. Small, and understood by the screen alone. */
const state = z
  .record(z.string().max(60), z.json())
  .refine((value) => JSON.stringify(value).length <= 8_000, 'Too large');

const savedViewSchema = z.object({
  viewId: id,
  screen,
  name: z.string(),
  shared: z.boolean(),
  mine: z.boolean(),
  state: z.record(z.string(), z.unknown()),
});

export const savedViews = {
  list: get('workspace.read', '/saved-views', {
    summary: 'Your views of a screen and those shared with you',
    personOnly: true,
  })
    .input(z.strictObject({ screen }))
    .output(z.object({ items: z.array(savedViewSchema) })),
  save: post('workspace.read', '/saved-views', {
    summary: 'Save a view, or save it again under the same name',
    description: 'Sharing needs the permission views.share.',
    personOnly: true,
  })
    .input(z.strictObject({ screen, name: line(60), shared: z.boolean().default(false), state }))
    .output(savedViewSchema),
  remove: remove('workspace.read', '/saved-views/{viewId}', {
    summary: 'Delete one of your views',
    personOnly: true,
  })
    .input(z.strictObject({ viewId: id }))
    .output(nothing),
};
