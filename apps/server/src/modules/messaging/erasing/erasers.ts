import type { Eraser } from '../../../platform/erasing/index.ts';
import { mediaEraser } from '../media/erase-media.ts';
import { intentsEraser, messagesEraser, outboxEraser } from './messages.ts';
import { webhookErasers } from './webhooks.ts';

/** In this order: files are found by the messages that name them. */
export const messagingErasers: readonly Eraser[] = [
  outboxEraser,
  mediaEraser,
  messagesEraser,
  intentsEraser,
  ...webhookErasers,
];
