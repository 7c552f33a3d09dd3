import { createHmac } from 'node:crypto';
import { openDoor } from '../ground/door.ts';
import { openGround, type Ground } from '../ground/ground.ts';
import { answersPerSecond, type Load } from '../ground/load.ts';
import { compare, type Result } from '../ground/scenario.ts';

const secret = 'the secret of the app of the bench';

/**
 * Webhooks verified and durable, against a bare server that checks the signature and groups its inserts. Neither makes
 * anything of them meanwhile; `besideProcessing` is how many are taken in while the same program does.
 */
export async function measure(ground: Ground): Promise<Result & { besideProcessing: number }> {
  await using alone = await openGround('api,ingest');
  const bare = await alone.startBare('bare-ingest.ts', { BENCH_SECRET: secret });
  const load = { method: 'POST', headers: {}, connections: 32, body: newDelivery, sign } as const;
  const ours: Load = { ...load, url: alone.url, path: await openDoor(alone, secret) };
  const beside: Load = { ...load, url: ground.url, path: await openDoor(ground, secret) };
  const result = await compare(
    'per s',
    () => answersPerSecond(ours),
    () => answersPerSecond({ ...ours, url: bare.url, path: '/' }),
  );
  return { ...result, besideProcessing: Math.round(await answersPerSecond(beside)) };
}

const sign = (body: string): Record<string, string> => ({
  'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
});

/** A customer's message of 1.2 KB as Meta sends it, another one each time. */
function newDelivery(nth: number): string {
  const from = String(919_800_000_000 + nth);
  const text = `Is the peacock blue saree of order ${nth} in stock? ${'\\u0928\\u092e\\u0938\\u094d\\u0924\\u0947 '.repeat(18)}`;
  return `{"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"912614001234","phone_number_id":"106540352242922"},"contacts":[{"profile":{"name":"Asha Menon"},"wa_id":"${from}","user_id":"IN.13491208655302741918"}],"messages":[{"from":"${from}","from_user_id":"IN.13491208655302741918","id":"wamid.HBgMOTE5ODc2NTQzMjEwFQIAEhggQ${process.pid}${nth}A=","timestamp":"1790${String(nth).padStart(6, '0')}","text":{"body":"${text}"},"type":"text"}]},"field":"messages"}]}]}`;
}
