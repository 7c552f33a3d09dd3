import type { CallLimits, Graph } from './graph.ts';
import { readPages } from './pages.ts';

/** What Meta knows of a message that was sent (OpenAPI, "Message history"). */
export interface MessageHistory {
  id: string;
  message_id?: string;
  events?: { data?: MessageHistoryEvent[] };
}

interface MessageHistoryEvent {
  id: string;
  delivery_status?: string;
  timestamp?: number | string;
  /** Which app was told of it, and where. */
  application?: { id: string };
  webhook_uri?: string;
  webhook_update_state?: string;
  error_description?: string;
}

/** The newest first; of one message if it is named. Not every app may ask. */
export function messageHistory(
  graph: Graph,
  { numberId, wamid }: { numberId: string; wamid?: string },
  limits?: CallLimits,
): AsyncGenerator<MessageHistory, void> {
  const query = { message_id: wamid, limit: 100 };
  return readPages(graph, { method: 'GET', path: [numberId, 'message_history'], query }, limits);
}
