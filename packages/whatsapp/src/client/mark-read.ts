import type { ReadReceipt } from '../send.ts';
import type { CallLimits, Graph } from './graph.ts';
import { confirm } from './reading.ts';

export interface ReadMark {
  numberId: string;
  /** This message and all before it are read. At most 30 days old, and not of a group. */
  wamid: string;
  /** Shows "typing…" until the next message, or for 25 seconds. */
  isTyping?: boolean;
}

export async function markRead(
  graph: Graph,
  { numberId, wamid, isTyping = false }: ReadMark,
  limits?: CallLimits,
): Promise<void> {
  const receipt: ReadReceipt = {
    messaging_product: 'whatsapp',
    status: 'read',
    message_id: wamid,
    ...(isTyping && { typing_indicator: { type: 'text' } }),
  };
  confirm(await graph.call({ method: 'POST', path: [numberId, 'messages'], json: receipt }, limits));
}
