import { createHmac } from 'node:crypto';
import type { Signed } from '../apps/server/test/factories.ts';
import { sample, type MetaStage } from './emulated-meta.ts';

/** Posts to the workspace's webhook address what Meta never would, signed as Meta would sign it. */
export async function postSigned(
  { app }: MetaStage,
  { workspaceId }: Signed,
  body: string | Buffer | object,
): Promise<void> {
  const bytes = Buffer.isBuffer(body)
    ? body
    : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const [open] = await app.database.asOwner<{ door: string }>(
    'select door from system.webhook_doors where workspace_id = $1',
    [workspaceId],
  );
  const answer = await fetch(`${app.url}/webhooks/whatsapp/${open!.door}`, {
    method: 'POST',
    body: new Uint8Array(bytes),
    headers: {
      'content-type': 'application/json',
      'x-hub-signature-256': `sha256=${createHmac('sha256', sample.appSecret).update(bytes).digest('hex')}`,
    },
  });
  if (answer.status !== 200) throw new Error(`A signed delivery was answered with ${answer.status}.`);
}
