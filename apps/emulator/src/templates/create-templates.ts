import type { Emulator } from '../emulator.ts';
import { defineArchiving } from './archive.ts';
import { accountEdges } from './edges/accounts.ts';
import { libraryEdges } from './edges/library.ts';
import { defineTemplatesField, manageEdges } from './edges/manage.ts';
import { defineFeedback } from './feedback.ts';
import { defineTemplateNode } from './node.ts';
import { defineRecategorising } from './recategorise.ts';
import { defineRemoving } from './remove.ts';
import { defineReviewing } from './reviewing.ts';
import { Templates } from './templates.ts';
import type { TemplateNeighbours } from './templates.ts';

/** Templates with their edges, their reviewer, and everything that happens to them by itself. */
export function createTemplates(emulator: Emulator, neighbours: TemplateNeighbours): Templates {
  const templates = new Templates(emulator, neighbours);
  defineTemplateNode(templates);
  defineTemplatesField(templates);
  for (const define of [
    defineReviewing,
    defineFeedback,
    defineRemoving,
    defineArchiving,
    defineRecategorising,
  ]) {
    define(templates);
  }
  for (const edges of [manageEdges, libraryEdges, accountEdges]) emulator.graph.add(edges(templates));
  return templates;
}
