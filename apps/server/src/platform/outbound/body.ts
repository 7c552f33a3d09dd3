import { type Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { OutboundError, toOutboundError } from './errors.ts';

export const READ_ENCODINGS = 'gzip, deflate, br';

type BodyLimits = { maxBytes: number; encoding: string | undefined; decompress: boolean };

/** The response's bytes, cut off with an error at `maxBytes`, both as sent and as unpacked. */
export function limitBody(source: Readable, { maxBytes, encoding, decompress }: BodyLimits): Readable {
  // The unpacked size is counted while unpacking: a bomb costs its first `maxBytes`, never its full size.
  const unpack = decompress ? unpackers(encoding).flatMap((step) => [step, cutAt(maxBytes)]) : [];
  const steps = [cutAt(maxBytes), ...unpack];
  const last = steps.at(-1) as Transform;
  join([source, ...steps], last);
  return last;
}

// stream.pipeline() would hand on undici's errors and the deadline's, which say that nothing was sent yet.
function join(steps: (Readable | Transform)[], last: Transform): void {
  steps.reduce((from, to) => from.pipe(to as Transform));
  for (const step of steps) {
    if (step !== last) step.on('error', (error) => last.destroy(toOutboundError(error, true)));
  }
  last.once('close', () => {
    for (const step of steps) step.destroy();
  });
}

function unpackers(encoding: string | undefined): Transform[] {
  switch ((encoding ?? 'identity').trim().toLowerCase()) {
    case 'identity':
    case '':
      return [];
    case 'gzip':
    case 'x-gzip':
      return [createGunzip()];
    case 'deflate':
      return [createInflate()];
    case 'br':
      return [createBrotliDecompress()];
    default:
      throw new OutboundError('outbound_bad_response', {
        say: 'It is packed in a way that was not asked for.',
      });
  }
}

function cutAt(maxBytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.byteLength;
      if (seen > maxBytes) done(tooLarge(maxBytes));
      else done(null, chunk);
    },
  });
}

export function tooLarge(maxBytes: number): OutboundError {
  return new OutboundError('outbound_too_large', {
    say: `At most ${maxBytes} bytes are accepted.`,
    bytesWritten: true,
  });
}
