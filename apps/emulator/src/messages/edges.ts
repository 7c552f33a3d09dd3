import type { BusinessNumber } from '../directory/records.ts';
import type { Call, Edges } from '../graph/call.ts';
import { readMarketingMessage, readMessage, readReceipt } from './checks/read-message.ts';
import type { Messages } from './messages.ts';
import { markRead } from './read-marks.ts';
import type { Outgoing } from './outgoing.ts';

type NumberCall = Call<BusinessNumber>;

export function messageEdges(messages: Messages, outgoing: Outgoing): Edges {
  const access = 'whatsapp_business_messaging';
  return {
    'POST number/messages': {
      access,
      counted: false,
      answer({ node: number, params }: NumberCall) {
        if (params.status !== undefined) return markRead(messages, number, readReceipt(params));
        return outgoing.send({ number, body: readMessage(params, messages.now), lite: false });
      },
    },
    'POST number/marketing_messages': {
      access,
      counted: false,
      answer: ({ node: number, params }: NumberCall) =>
        outgoing.send({ number, body: readMarketingMessage(params, messages.now), lite: true }),
    },
  };
}
