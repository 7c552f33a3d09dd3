import type { UpdateKind } from '@trikon/whatsapp/webhooks';
import type { Reader } from '../plan.ts';
import { readCustomerMessage } from './customer-messages.ts';
import { readEcho, readStandbyEcho } from './echoes.ts';
import { readHandover } from './handovers.ts';
import { readHistory, readHistoryFile } from './history.ts';
import { readStatus } from './statuses.ts';

/** What is understood of each kind. All else is kept whole. */
export const readers: { readonly [Kind in UpdateKind]?: Reader<Kind> } = {
  message: readCustomerMessage,
  'standby-message': readCustomerMessage,
  status: readStatus,
  'standby-status': readStatus,
  echo: readEcho,
  'standby-echo': readStandbyEcho,
  history: readHistory,
  'history-file': readHistoryFile,
  handover: readHandover,
};
