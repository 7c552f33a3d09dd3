import { hash, sign } from 'node:crypto';
import type { Tx } from '../../../../platform/db/index.ts';
import { notFound } from '../../../../platform/errors/index.ts';
import { day } from '../open-request.ts';
import { holdRequest, moveRequest, takeStep, type RequestRow } from '../request-row.ts';
import type { RightsParts } from '../rights-parts.ts';
import { readSettings } from '../settings.ts';
import type { Certificate } from './certificate.ts';
import { certificatePage } from './certificate-page.ts';
import { keptAlways, keptByMeta, keptInBackups } from './what-stays.ts';

interface Ended {
  business: string;
  parts: Record<string, Record<string, number>>;
  askedAt: Date;
  begunBy: string;
  approvedBy: string | null;
}

/** Once: what is signed is kept to the byte, and the names by which they were found go in the same statement. */
export async function certify(
  tx: Tx,
  { keyOf }: Pick<RightsParts, 'keyOf'>,
  requestId: string,
): Promise<void> {
  const request = await holdRequest(tx, requestId);
  if (request.closedAt !== null) return;
  const [ended] = await tx.sql<Ended>(
    `select workspace.name as business, parts, asked_at as "askedAt", coalesce(beginner.name, asked_by) as "begunBy",
       coalesce(approver.name, request.approved_by) as "approvedBy"
     from erasures erasure join workspaces workspace using (workspace_id)
     join rights_requests request using (workspace_id, request_id)
     left join members beginner on beginner.workspace_id = $1 and beginner.user_id::text = asked_by
     left join members approver on approver.workspace_id = $1 and approver.user_id::text = request.approved_by
     where erasure.workspace_id = $1 and erasure.request_id = $2`,
    [tx.workspaceId, requestId],
  );
  const key = keyOf(tx.workspaceId);
  const text = JSON.stringify(await certificateOf(tx, { request, ended: ended!, keyId: key.id }), null, 2);
  const signature = sign(null, Buffer.from(text), key.privateKey).toString('base64');
  await tx.sql(
    `update erasures set state = 'done', names = '{}', finished_at = $3, certificate = $4, signature = $5
     where workspace_id = $1 and request_id = $2`,
    [tx.workspaceId, requestId, tx.now, text, signature],
  );
  await moveRequest(tx, request, { state: 'done' });
  await takeStep(tx, request, { what: 'erased', state: 'done' });
}

interface Certifying {
  request: RequestRow;
  ended: Ended;
  keyId: string;
}

async function certificateOf(tx: Tx, { request, ended, keyId }: Certifying): Promise<Certificate> {
  const { backupDays, contactName, contactAddress } = await readSettings(tx);
  return {
    certificate: 'trikon erasure 1',
    business: ended.business,
    workspaceId: tx.workspaceId,
    requestId: request.requestId,
    contactId: request.contactId!,
    channel: request.channel,
    receivedAt: request.receivedAt.toISOString(),
    begunAt: ended.askedAt.toISOString(),
    finishedAt: tx.now.toISOString(),
    begunBy: ended.begunBy,
    approvedBy: ended.approvedBy,
    erased: sumOf(Object.values(ended.parts)),
    kept: [...keptAlways, keptInBackups(backupDays), keptByMeta],
    backupsHoldUntil: new Date(tx.now.getTime() + backupDays * day).toISOString(),
    answersTo: { name: contactName, address: contactAddress },
    keyId,
  };
}

function sumOf(parts: readonly Record<string, number>[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const [table, count] of parts.flatMap((part) => Object.entries(part)))
    if (count > 0) sums.set(table, (sums.get(table) ?? 0) + count);
  return Object.fromEntries([...sums].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

export async function readCertificate(tx: Tx, { keyOf }: Pick<RightsParts, 'keyOf'>, requestId: string) {
  const [found] = await tx.sql<{ certificate: string; signature: string }>(
    `select certificate, signature from erasures where workspace_id = $1 and request_id = $2 and state = 'done'`,
    [tx.workspaceId, requestId],
  );
  if (found === undefined) throw notFound('certificate');
  const { publicPem } = keyOf(tx.workspaceId);
  const sha256 = hash('sha256', found.certificate, 'hex');
  const signed = { ...found, publicKey: publicPem, sha256 };
  const content = JSON.parse(found.certificate) as Certificate;
  return {
    ...signed,
    html: { en: certificatePage(content, signed, 'en'), hi: certificatePage(content, signed, 'hi') },
  };
}
