import { type Office, openOffice } from '../../accounts/test/office.ts';
import type { Emulator } from '../../emulator.ts';
import { sample } from '../../sample/sample-world.ts';
import type { JsonObject } from '../../world/json.ts';
import { createTemplates } from '../create-templates.ts';
import type { Template } from '../template.ts';
import type { TemplateNeighbours, Templates } from '../templates.ts';
import { orderShipped } from './requests.ts';

/** Where the templates of a world are worked on: Graph, the reviewer, and what subscribers hear. */
export interface Desk extends Office {
  templates: Templates;
  /** Messages with these templates have not arrived yet. */
  underway: Set<string>;
  create(request?: Record<string, unknown>): Promise<{ status: number; body: Record<string, unknown> }>;
  /** A template that passed its review. */
  approved(request?: Record<string, unknown>): Promise<Template>;
  seconds(seconds: number): Promise<void>;
}

export const waba = sample.wabaId;

export function openDesk(): Desk {
  const underway = new Set<string>();
  const neighbours: TemplateNeighbours = {
    knowsHandle: (handle) => handle.startsWith('4::'),
    handleUrl: (handle, origin) => `${origin}/examples/${handle.slice(3)}`,
    findFlow: (_, { flow_id = '777' }) => flow_id,
    hasUnderway: (id) => underway.has(id),
  };
  const made: Templates[] = [];
  const office = openOffice((emulator) => {
    defineAccounts(emulator);
    made.push(createTemplates(emulator, neighbours));
  });
  const [templates] = made;
  if (!templates) throw new Error('The office did not open.');
  const create = (request: Record<string, unknown> = orderShipped()) =>
    office.ask('POST', `/${waba}/message_templates`, { body: request as JsonObject });
  const seconds = (count: number) => office.emulator.world.travel(count * 1000);
  return {
    ...office,
    templates,
    underway,
    create,
    seconds,
    async approved(request) {
      const { body } = await create(request);
      await seconds(3);
      const template = templates.all.get(String(body.id));
      if (template?.status !== 'APPROVED') throw new Error(`Not approved: ${JSON.stringify(body)}`);
      return template;
    },
  };
}

function defineAccounts({ directory, graph }: Emulator): void {
  graph.nodes.define({
    kind: 'waba',
    type: 'WhatsAppBusinessAccount',
    collection: directory.wabas,
    owner: ({ id }) => ({ wabaId: id }),
    defaults: ['id'],
    fields: {},
  });
}
