import type { Waba } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { refuse } from '../../graph/errors.ts';
import { list, requiredText } from '../../accounts/reading.ts';
import { tellCreated } from '../flow-status.ts';
import type { Flow, FlowStore } from '../flow.ts';
import { addVersion } from './drafts.ts';

const mostAtOnce = 100;

/** Copies Flows into another account of the same portfolio (Meta, "Flows API", Migrate Flows). */
export const migrationEdges = (emulator: Emulator, store: FlowStore): Edges => ({
  'POST waba/migrate_flows': {
    access: 'whatsapp_business_management',
    answer({ node, params }: Call<Waba>) {
      const source = emulator.directory.wabas.get(requiredText(params, 'source_waba_id'));
      if (!source || source.businessId !== node.businessId || source.id === node.id) {
        refuse(
          100,
          'Flows can only be migrated between WhatsApp Business Accounts of the same Meta business.',
        );
      }
      const flows = store.ofWaba.all(source.id);
      const names = list(params, 'source_flow_names')?.map(String) ?? flows.map(({ name }) => name);
      if (names.length > mostAtOnce) refuse(100, `Only ${mostAtOnce} Flows can be migrated in a request.`);
      const outcomes = names.map((name) => migrate(emulator, store, { name, from: source, to: node }));
      return {
        migrated_flows: outcomes.filter((outcome) => 'migrated_id' in outcome),
        failed_flows: outcomes.filter((outcome) => 'error_code' in outcome),
      };
    },
  },
});

function migrate(
  emulator: Emulator,
  store: FlowStore,
  { name, from, to }: { name: string; from: Waba; to: Waba },
) {
  const source = store.ofWaba.all(from.id).find((flow) => flow.name === name);
  if (!source) return failed(name, 'Flow name not found in source WABA.');
  if (store.ofWaba.all(to.id).some((flow) => flow.name === name)) {
    return failed(name, 'Flow with the same name exists in destination WABA.');
  }
  return { source_name: name, source_id: source.id, migrated_id: copy(emulator, store, source, to).id };
}

const failed = (source_name: string, words: string) => ({
  source_name,
  error_code: '4233041',
  error_message: `Flows Migration Error: ${words}`,
});

/** "The migrated Flow will be published if the original Flow is published, otherwise it will be in draft state." */
function copy(emulator: Emulator, store: FlowStore, source: Flow, to: Waba): Flow {
  const { draftId: _, preview: __, unwellSince: ___, wellSince: ____, ...kept } = source;
  const id = emulator.world.ids.next();
  const content = store.currentOf(source)?.text;
  const version = content === undefined ? undefined : addVersion(emulator, store, id, content);
  const isPublished = source.status === 'PUBLISHED';
  if (isPublished && version) store.versions.change(version.id, { publishedAt: emulator.world.clock.now() });
  const flow = store.flows.put({
    ...kept,
    id,
    wabaId: to.id,
    status: isPublished ? 'PUBLISHED' : 'DRAFT',
    publishedIds: isPublished && version ? [version.id] : [],
    createdAt: emulator.world.clock.now(),
    throttledSends: [],
    alerts: {},
    ...(!isPublished && version && { draftId: version.id }),
  });
  tellCreated(emulator, flow);
  return flow;
}
