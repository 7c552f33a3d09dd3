import { z } from 'zod';
import type { Outbound } from '../../../platform/outbound/index.ts';

interface ScannedFile {
  bytes: Uint8Array;
  mime: string;
  sha256: string;
}

/** What the operator's scanner says of a file. Throws when it does not answer: nothing passes unseen. */
export type Scan = (file: ScannedFile) => Promise<{ clean: true } | { clean: false; name: string }>;

const answerSchema = z.union([
  z.object({ clean: z.literal(true) }),
  z.object({ clean: z.literal(false), name: z.string().max(200).default('unnamed') }),
]);

const withinMilliseconds = 60_000;

/** A scanner that takes the bytes by POST and answers `{"clean": true}` or `{"clean": false, "name": "…"}`. */
export const scanAt =
  (url: string, outbound: Pick<Outbound, 'request'>): Scan =>
  async ({ bytes, mime, sha256 }) => {
    const response = await outbound.request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-media-type': mime, 'x-media-sha256': sha256 },
      body: bytes,
      timeoutMs: withinMilliseconds,
      maxBytes: 65_536,
    });
    const answer = answerSchema.safeParse(response.status === 200 ? await response.json() : undefined);
    if (response.status !== 200) response.body.destroy();
    if (!answer.success) throw new Error(`The media scanner answered ${response.status} without a verdict.`);
    return answer.data;
  };
