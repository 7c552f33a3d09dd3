import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Random } from '../world/random.ts';
import { faultOfSdp, sdpOfPhone } from './sdp.ts';

test('what phones say is what a business may say', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('offer' as const, 'answer' as const), (seed, side) => {
      expect(faultOfSdp(sdpOfPhone(side, new Random(seed)))).toBeNull();
    }),
  );
});

test('no line of a description may be missing', () => {
  const sdp = sdpOfPhone('offer', new Random('a'));
  for (const line of ['v=0', 'o=', 's=', 't=', 'm=audio', 'a=rtpmap:111'])
    expect(
      faultOfSdp(
        sdp
          .split('\r\n')
          .filter((one) => !one.startsWith(line))
          .join('\r\n'),
      ),
    ).not.toBeNull();
  expect(faultOfSdp(`${sdp}m=video 9 RTP/SAVPF 96\r\n`)).toMatch(/one m-line/);
  expect(faultOfSdp(sdp.replace('s=-', 'hello'))).not.toBeNull();
});
