import type { OutgoingContent } from '@trikon/contract';
import type { OutgoingMessage } from '@trikon/whatsapp';
import { filesIn } from '../content/files.ts';
import { buildMessage } from '../content/build.ts';
import { assert } from '../../../platform/errors/index.ts';
import type { Claimed } from './row.ts';

/** Meta's ids of our files on a number; uploads those that are not there yet. */
export type BringFiles = (row: Claimed, mediaIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** What leaves, at once unless files have to be brought first. */
export function messageToSend(
  row: Claimed,
  reference: string,
  bringFiles: BringFiles,
): OutgoingMessage | Promise<OutgoingMessage> {
  const content = { ...row.content, type: row.type } as OutgoingContent;
  const files = filesIn(content);
  if (files.length === 0) return build(row, { content, reference });
  const ids = files.map(({ mediaId }) => mediaId);
  return bringFiles(row, ids).then((mediaIds) => build(row, { content, reference, mediaIds }));
}

interface Given {
  content: OutgoingContent;
  reference: string;
  mediaIds?: ReadonlyMap<string, string>;
}

function build({ to, recipient, replyToWamid }: Claimed, { content, ...given }: Given): OutgoingMessage {
  const address = to === null ? { recipient: recipient ?? '' } : { to };
  assert(to !== null || recipient !== null, 'a message has an address');
  return buildMessage(content, {
    ...given,
    address,
    ...(replyToWamid !== null && { replyToWamid }),
  });
}
