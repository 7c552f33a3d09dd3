import type { Tx } from '../../../../platform/db/index.ts';
import { Refusal } from '../../../../platform/errors/index.ts';
import { send } from '../../../messaging/index.ts';
import { holdRequest, refuseUnchecked, takeStep, type RequestRow } from '../request-row.ts';
import type { RightsParts } from '../rights-parts.ts';
import { answerText } from '../hearing/answers.ts';
import { readSettings } from '../settings.ts';
import { linkTo } from './links.ts';
import { packageColumns, type PackageRow } from './package-row.ts';

type Parts = Pick<RightsParts, 'linkKey' | 'publicUrl' | 'sending'>;

async function readyPackage(tx: Tx, { requestId }: RequestRow) {
  const [row] = await tx.sql<PackageRow>(
    `select ${packageColumns} from rights_packages where workspace_id = $1 and request_id = $2 and state = 'ready'
       and ends_at > $3 order by package_id desc limit 1`,
    [tx.workspaceId, requestId, tx.now],
  );
  if (row === undefined) throw new Refusal('conflict', 'There is no package. Make one first.');
  return { ...row, endsAt: row.endsAt! };
}

export async function packageLink(tx: Tx, parts: Parts, requestId: string) {
  const request = await holdRequest(tx, requestId);
  refuseUnchecked(request);
  const { packageId, endsAt } = await readyPackage(tx, request);
  const link = linkTo(parts.linkKey, { workspaceId: tx.workspaceId, packageId, expiresAt: endsAt });
  return { url: `${parts.publicUrl()}${link}`, expiresAt: endsAt };
}

/** In the chat, where the number proves who reads it. Outside of the window nothing can be said there. */
export async function sendPackage(tx: Tx, parts: Parts, requestId: string): Promise<void> {
  const request = await holdRequest(tx, requestId);
  refuseUnchecked(request);
  const { packageId } = await readyPackage(tx, request);
  const { url } = await packageLink(tx, parts, requestId);
  const numberId = await numberOfTalk(tx, request.contactId);
  const settings = await readSettings(tx);
  const body = answerText('package', {
    language: request.language,
    settings,
    dueAt: request.dueAt,
    link: url,
  });
  const sent = await send(tx, parts.sending, {
    cause: { kind: 'data-request', id: packageId, step: tx.now.toISOString() },
    to: { contactId: request.contactId },
    numberId,
    origin: 'agent',
    originId: tx.actor.id,
    content: { type: 'text', text: { body } },
  });
  if (sent.verdict === 'refused')
    throw new Refusal('send_refused', sent.sentence?.en ?? 'The rules of sending refuse this message.', {
      details: { rule: sent.rule, sentence: sent.sentence },
    });
  await takeStep(tx, request, { what: 'package_sent', state: request.state });
}

async function numberOfTalk(tx: Tx, contactId: string): Promise<string> {
  const [talk] = await tx.sql<{ numberId: string }>(
    `select number_id as "numberId" from conversations talk join contacts who
       on who.workspace_id = talk.workspace_id and who.contact_id = talk.contact_id
     where talk.workspace_id = $1 and (who.contact_id = $2 or who.merged_into = $2)
     order by window_ends_at desc nulls last limit 1`,
    [tx.workspaceId, contactId],
  );
  if (talk === undefined)
    throw new Refusal('conflict', 'They have never written, so there is no chat to send it in.');
  return talk.numberId;
}
