import type { OutgoingContent } from '@trikon/contract';
import type { OutgoingMessage } from '@trikon/whatsapp';
import { assert } from '../../../platform/errors/index.ts';
import { placesIn } from './files.ts';

/** A customer by number or by user id, or a group. */
type Address = { to: string } | { recipient: string } | { group: string };

export interface BuildOptions {
  address: Address;
  /** Of the message that this one answers, or that a reaction or a pin is about. */
  replyToWamid?: string;
  /** Comes back with every status. */
  reference?: string;
  /** Meta's ids on the sending number, by ours. */
  mediaIds?: ReadonlyMap<string, string>;
}

/** A message as Meta takes it. What was given is left as it was. */
export function buildMessage(given: OutgoingContent, options: BuildOptions): OutgoingMessage {
  const { address, replyToWamid, reference, mediaIds = new Map<string, string>() } = options;
  // Most contents stay as they are, and copying them costs more than everything else here.
  const changes = placesIn(given).next().done !== true || messageOf(given) !== undefined;
  const content = changes ? structuredClone(given) : given;
  assert(content.type !== 'template' || !content.template.values, 'a template is filled before it is sent');
  for (const [, place] of placesIn(content)) {
    if (place.media === undefined) continue;
    const id = mediaIds.get(place.media);
    assert(id !== undefined, 'a file is at Meta before its message leaves');
    delete place.media;
    place.id = id;
  }
  const about = messageOf(content);
  if (about !== undefined) about.message_id = wamidOf(about.message_id, replyToWamid);
  const answers = about === undefined && replyToWamid !== undefined;
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'group' in address ? 'group' : 'individual',
    ...('group' in address ? { to: address.group } : address),
    ...(answers && { context: { message_id: replyToWamid } }),
    ...(reference !== undefined && { biz_opaque_callback_data: reference }),
    ...content,
  } as OutgoingMessage;
}

/** Where a message names another one as its content, rather than as what it answers. */
function messageOf(content: OutgoingContent): { message_id: string } | undefined {
  if (content.type === 'reaction') return content.reaction;
  return content.type === 'pin' ? content.pin : undefined;
}

function wamidOf(id: string, replyToWamid: string | undefined): string {
  if (id.startsWith('wamid.')) return id;
  assert(replyToWamid !== undefined, 'who reacts to a message of ours says how Meta calls it');
  return replyToWamid;
}
