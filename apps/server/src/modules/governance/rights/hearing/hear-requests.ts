import { z } from 'zod';
import type { Tx } from '../../../../platform/db/index.ts';
import { defineSubscriber, type Subscriber } from '../../../../platform/events/index.ts';
import { defineTask, enqueueIn, type RunnableTask } from '../../../../platform/jobs/index.ts';
import { send } from '../../../messaging/index.ts';
import { openRequest } from '../open-request.ts';
import { holdRequest, requestColumns, takeStep, type RequestRow } from '../request-row.ts';
import type { RightsParts } from '../rights-parts.ts';
import { readSettings } from '../settings.ts';
import { answerText } from './answers.ts';
import { askedIn, codeIn } from './asked-words.ts';

interface Parts {
  rights: RightsParts;
}

const takeRequestTask = defineTask({
  name: 'governance.take-request',
  input: z.object({ messageId: z.uuid() }),
  run: ({ input, inWorkspace }, { rights }: Parts) =>
    inWorkspace((tx) => takeRequest(tx, rights, input.messageId)),
});

export const hearingTasks: RunnableTask<Parts>[] = [takeRequestTask];

/** Most of what people write is no request, and makes no job. */
export const hearRequests: Subscriber = defineSubscriber({
  name: 'governance.hear-requests',
  types: ['message.received'],
  run: async (tx, events) => {
    const heard = events.filter(
      ({ data: { type, text, groupId } }) =>
        type === 'text' && groupId === null && text !== null && (askedIn(text) ?? codeIn(text)) !== null,
    );
    await enqueueIn(
      tx,
      takeRequestTask,
      heard.map(({ workspaceId, data: { messageId } }) => ({ workspaceId, input: { messageId } })),
    );
  },
});

interface Message {
  contactId: string;
  numberId: string;
  text: string;
  at: Date;
}

async function takeRequest(tx: Tx, rights: RightsParts, messageId: string): Promise<void> {
  const [message] = await tx.sql<Message>(
    `select coalesce(who.merged_into, who.contact_id) as "contactId", message.number_id as "numberId", message.text, message.at
     from messages message join contacts who on who.workspace_id = message.workspace_id and who.contact_id = message.contact_id
     where message.workspace_id = $1 and message_id = $2 and direction = 'in' and message.text is not null
       and who.erased_at is null`,
    [tx.workspaceId, messageId],
  );
  if (message === undefined) return;
  const requestId = (await confirmByCode(tx, message)) ?? (await openByWords(tx, message));
  if (requestId !== null) await acknowledge(tx, rights, { ...message, requestId });
}

/** From whichever number it comes, that number is who asks: the page did not ask for one. */
async function confirmByCode(tx: Tx, { text, contactId, at }: Message): Promise<string | null> {
  const [waiting] = await tx.sql<RequestRow>(
    `select ${requestColumns} from rights_requests request
     where workspace_id = $1 and code = $2 and code_ends_at > $3 and closed_at is null for update`,
    [tx.workspaceId, codeIn(text) ?? '', at],
  );
  if (waiting === undefined) return null;
  await tx.sql(
    `update rights_requests set contact_id = $3, state = 'identified', identified_at = $4, identified_how = 'code', code = null,
       code_ends_at = null, updated_at = $4 where workspace_id = $1 and request_id = $2`,
    [tx.workspaceId, waiting.requestId, contactId, tx.now],
  );
  const request = { ...waiting, contactId };
  await takeStep(tx, request, { what: 'received', state: 'received' });
  await takeStep(tx, request, { what: 'identified', state: 'identified', note: 'code' });
  return waiting.requestId;
}

/** Who asks for the same again is not answered a second time. */
async function openByWords(tx: Tx, { text, contactId, at }: Message): Promise<string | null> {
  const asked = askedIn(text);
  if (asked === null) return null;
  await tx.sql('select from contacts where workspace_id = $1 and contact_id = $2 for no key update', [
    tx.workspaceId,
    contactId,
  ]);
  const open = await tx.sql(
    `select from rights_requests where workspace_id = $1 and contact_id = $2 and kind = $3 and closed_at is null`,
    [tx.workspaceId, contactId, asked.kind],
  );
  if (open.length > 0) return null;
  const opened = { ...asked, channel: 'chat', contactId, said: text.slice(0, 200), receivedAt: at } as const;
  // The message came from their own number.
  return openRequest(tx, { ...opened, identifiedHow: 'chat' });
}

/** What answers their message within its window reaches everybody, also who wants nothing else. */
async function acknowledge(
  tx: Tx,
  { sending }: RightsParts,
  { requestId, contactId, numberId }: Message & { requestId: string },
): Promise<void> {
  const { kind, language, dueAt } = await holdRequest(tx, requestId);
  const settings = await readSettings(tx);
  await send(tx, sending, {
    cause: { kind: 'data-request', id: requestId, step: 'received' },
    to: { contactId },
    numberId,
    origin: 'flow',
    originId: 'data-requests',
    content: { type: 'text', text: { body: answerText('received', { language, settings, dueAt, kind }) } },
  });
}
