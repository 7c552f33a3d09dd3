import type { BusinessNumber } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { pageOf } from '../../graph/cursors.ts';

/** What became of a message, as far as the world still knows. */
interface MessageEvent {
  id: string;
  status: 'SENT' | 'DELIVERED' | 'READ' | 'FAILED' | 'DELETED';
  at: number;
  error?: string;
}

export interface MessageRecord {
  /** Made of digits, and not the wamid. */
  id: string;
  messageId: string;
  events: MessageEvent[];
}

/** The newest first. */
export type HistoryOf = (numberId: string, messageId?: string) => MessageRecord[];

/** Messages with what became of them, for who missed webhooks (OpenAPI, "Message history"). */
export const messageHistoryEdges = (emulator: Emulator, historyOf: HistoryOf): Edges => ({
  'GET number/message_history': {
    access: ['whatsapp_business_management', 'whatsapp_business_messaging'],
    answer(call: Call<BusinessNumber>) {
      const { message_id: messageId } = call.params;
      const records = historyOf(call.node.id, typeof messageId === 'string' ? messageId : undefined);
      const page = pageOf(records, call, { path: `${call.node.id}/message_history`, largest: 100 });
      return { ...page, data: page.data.map((record) => show(emulator, call, record)) };
    },
  },
});

function show(
  { directory }: Emulator,
  { node, app }: Call<BusinessNumber>,
  { id, messageId, events }: MessageRecord,
) {
  const override = directory
    .ownersOf(node)
    .waba.subscriptions.find(({ appId }) => appId === app.id)?.callbackUrl;
  const uri = node.callbackUrl ?? override ?? app.callbackUrl;
  return {
    id,
    message_id: messageId,
    events: {
      data: events.map((event) => ({
        id: event.id,
        delivery_status: event.status,
        timestamp: Math.floor(event.at / 1000),
        application: { id: app.id },
        ...(uri !== undefined && { webhook_uri: uri }),
        ...(event.error !== undefined && { error_description: event.error }),
      })),
    },
  };
}
