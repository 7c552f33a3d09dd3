import { createHmac } from 'node:crypto';
import type { Emulator } from '../../emulator.ts';
import { Reply, type Call, type Edges } from '../../graph/call.ts';
import { pageOf } from '../../graph/cursors.ts';
import { refuse } from '../../graph/errors.ts';
import { requiredChoice } from '../../accounts/reading.ts';
import type { Flow, FlowStore, FlowVersion } from '../flow.ts';
import { editFlow } from './drafts.ts';
import { largestFlowJson } from './requests.ts';

const access = 'whatsapp_business_management';

/** The one asset of a Flow: its Flow JSON (Meta, "Flows API", Updating a Flow's Flow JSON). */
export const assetEdges = (emulator: Emulator, store: FlowStore): Edges => ({
  'POST flow/assets': {
    access,
    answer({ node, params, files }: Call<Flow>) {
      requiredChoice(params, 'name', ['flow.json']);
      requiredChoice(params, 'asset_type', ['FLOW_JSON']);
      const file =
        files.find(({ field }) => field === 'file') ?? refuse(100, 'The parameter file is required.');
      if (file.bytes.length > largestFlowJson) refuse(100, 'The Flow JSON must not be larger than 10 MB.');
      const flow = editFlow(emulator, store, node, { text: new TextDecoder().decode(file.bytes) });
      return { success: true, validation_errors: store.currentOf(flow)?.errors ?? [] };
    },
  },
  'GET flow/assets': {
    access,
    answer(call: Call<Flow>) {
      const version = store.currentOf(call.node);
      const assets = version ? [{ id: version.id, asset: assetOf(emulator, version, call.origin) }] : [];
      const page = pageOf(assets, call, { path: `${call.node.id}/assets` });
      return { ...page, data: page.data.map(({ asset }) => asset) };
    },
  },
  // Whoever has the link has the file, as with Meta's content servers.
  'GET root/flow_assets/*/*': {
    access: 'none',
    counted: false,
    answer({ rest: [id = '', signature] }: Call) {
      const version = store.versions.get(id);
      if (!version || signature !== signatureOf(emulator, id))
        return refuse(100, 'URL signature expired', { status: 403 });
      return new Reply(new TextEncoder().encode(version.text), {
        headers: { 'content-type': 'application/json' },
      });
    },
  },
});

const assetOf = (emulator: Emulator, { id }: FlowVersion, origin: string) => ({
  name: 'flow.json',
  asset_type: 'FLOW_JSON',
  download_url: `${origin}/flow_assets/${id}/${signatureOf(emulator, id)}`,
});

const signatureOf = ({ world }: Emulator, id: string): string =>
  createHmac('sha256', `flow assets of ${world.seed}`).update(id).digest('base64url');
