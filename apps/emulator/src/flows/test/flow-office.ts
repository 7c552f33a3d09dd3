import { createAccounts } from '../../accounts/accounts.ts';
import { openOffice, type Answer, type Office } from '../../accounts/test/office.ts';
import { GraphError } from '../../graph/errors.ts';
import type { BusinessNumber } from '../../directory/records.ts';
import { sample } from '../../sample/sample-world.ts';
import type { JsonObject } from '../../world/json.ts';
import { createFlows, type Flows } from '../create-flows.ts';
import type { FlowJson } from '../runtime/flow.ts';
import { postByFetch } from './business-endpoint.ts';

export interface FlowOffice extends Office {
  flows: Flows;
  number(): BusinessNumber;
  /** Makes a Flow and gives its id. */
  make(name: string, flow?: FlowJson, more?: JsonObject): Promise<string>;
  upload(flowId: string, text: string, params?: JsonObject): Promise<Answer>;
  statusOf(flowId: string): Promise<unknown>;
}

/** The office with Flows in it; endpoints are reached by real HTTP. */
export function openFlowOffice(): FlowOffice {
  let flows: Flows | undefined;
  const office = openOffice((emulator) => {
    createAccounts(emulator);
    flows = createFlows(emulator, postByFetch);
  });
  const { graph, directory } = office.emulator;
  return {
    ...office,
    flows: flows as Flows,
    number: () => directory.numbers.get(sample.numberId) as BusinessNumber,
    async make(name, flow, more = {}) {
      const flow_json = flow && { flow_json: JSON.stringify(flow) };
      const body = { name, categories: ['OTHER'], ...flow_json, ...more };
      const answer = await office.ask('POST', `/${sample.wabaId}/flows`, { body });
      return String(answer.body.id);
    },
    async statusOf(flowId) {
      return (await office.ask('GET', `/${flowId}?fields=status`)).body.status;
    },
    async upload(flowId, text, params = { name: 'flow.json', asset_type: 'FLOW_JSON' }) {
      const bytes = new TextEncoder().encode(text);
      const asked = {
        method: 'POST',
        segments: [flowId, 'assets'],
        version: 25,
        query: {},
        headers: { authorization: `Bearer ${sample.token}` },
        origin: 'http://emulator.test',
      };
      const files = [{ field: 'file', name: 'flow.json', type: 'application/json', bytes }];
      try {
        const reply = await graph.answer(asked, graph.route(asked), {
          params,
          files,
          bytes: new Uint8Array(),
          text: '',
        });
        return { status: reply.status, body: reply.body as Answer['body'] };
      } catch (error) {
        if (!(error instanceof GraphError)) throw error;
        return { status: error.status, body: { ...error.envelope('trace').error } };
      }
    },
  };
}
