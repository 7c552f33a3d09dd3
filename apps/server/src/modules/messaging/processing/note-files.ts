import { textIn } from '@trikon/whatsapp/webhooks';
import type { SystemTx } from '../../../platform/db/index.ts';
import type { FileKind } from '../content/files.ts';
import { noteInboundMedia, type InboundFile } from '../media/note-inbound.ts';
import type { Filled } from '../messages/insert-messages.ts';
import { idIn, jsonOf, objectIn } from './appliers/fields.ts';

/** Has the files of messages that are new here fetched, whoever sent them. */
export async function noteFiles(tx: SystemTx, messages: readonly Filled[]): Promise<void> {
  await noteInboundMedia(tx, messages.flatMap(fileIn));
}

/** What Meta keeps a file of; what stands behind a link, as another app may send it, Meta does not. */
function fileIn({ type, content, ...message }: Filled): InboundFile[] {
  const kind = kinds[type];
  const file = objectIn(jsonOf(content), type);
  const metaMediaId = idIn(file, 'id');
  if (kind === undefined || metaMediaId === undefined) return [];
  const { workspaceId, numberId, messageId, contactId } = message;
  const mime = textIn(file, 'mime_type');
  const sha256 = textIn(file, 'sha256');
  const fileName = textIn(file, 'filename');
  return [{ workspaceId, numberId, messageId, contactId, kind, metaMediaId, mime, sha256, fileName }];
}

const kinds: Record<string, FileKind> = {
  audio: 'audio',
  document: 'document',
  image: 'image',
  sticker: 'sticker',
  video: 'video',
};
