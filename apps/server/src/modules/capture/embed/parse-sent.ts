import { z } from 'zod';
import { Refusal } from '../../../platform/errors/index.ts';
import { parseJsonBody } from '../../../platform/http/index.ts';

const bounded = (max: number) => z.string().transform((text) => text.slice(0, max));

const sent = z.strictObject({
  token: bounded(200),
  phone: bounded(60),
  purposes: z.array(bounded(100)).max(20),
  language: bounded(20),
  trap: bounded(200),
  /** Where on the website it was. */
  method: z.enum(['modal', 'inline', 'checkout']),
  pageUrl: bounded(2_000),
  referrer: bounded(2_000),
  query: bounded(4_000),
});

/** What the script sent, as text that holds JSON. */
export function parseSent(body: unknown): z.output<typeof sent> {
  const read = sent.safeParse(Buffer.isBuffer(body) ? parseJsonBody(body) : undefined);
  if (!read.success) throw new Refusal('invalid_input', 'This is not what the form sends.');
  return read.data;
}
