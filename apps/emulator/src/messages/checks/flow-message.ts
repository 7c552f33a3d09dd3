import type { FlowMessage, FlowParameters } from '@trikon/whatsapp';
import { body, footer, header } from './interactive-parts.ts';
import { isObject, label, object, oneOf, optional, text, type Reader } from './reading.ts';
import { wrong } from './wrong.ts';

/** What the first screen starts with; Meta refuses one without anything in it. */
const screenData: Reader<Record<string, unknown>> = (value) =>
  isObject(value) && Object.keys(value).length > 0
    ? value
    : wrong(131009, 'flow_action_payload data must be dynamic_object');

type FirstScreen = Exclude<FlowParameters['flow_action_payload'], undefined>;

const parameters = object<FlowParameters>(
  {
    flow_message_version: oneOf('3'),
    flow_id: optional(text()),
    flow_name: optional(text()),
    flow_cta: label('Flow CTA', { max: 30 }),
    flow_token: optional(text()),
    mode: optional(oneOf('draft', 'published')),
    flow_action: optional(oneOf('navigate', 'data_exchange')),
    flow_action_payload: optional(
      object<FirstScreen>({ screen: optional(text()), data: optional(screenData) }),
    ),
  },
  {
    rule({ flow_id, flow_name, flow_action, flow_action_payload }) {
      if (flow_id === undefined && flow_name === undefined) {
        wrong(131008, 'Either one of flow_id or flow_name must be present');
      }
      if (flow_id !== undefined && flow_name !== undefined) {
        wrong(131009, 'Only one of flow_id or flow_name may be present');
      }
      if (flow_action === 'data_exchange' && flow_action_payload !== undefined) {
        wrong(131009, 'flow_action_payload is not allowed with flow_action data_exchange');
      }
    },
  },
);

export const flowMessage = object<FlowMessage>({
  type: oneOf('flow'),
  header: optional(header),
  body,
  footer,
  action: object<FlowMessage['action']>({ name: oneOf('flow'), parameters }),
});
