import type { Random } from '../world/random.ts';

type Side = 'offer' | 'answer';

/** What is wrong with a description of a session; null when a call could be set up with it (RFC 8866; one line of Opus). */
export function faultOfSdp(sdp: string): string | null {
  const lines = sdp.split(/\r?\n/).filter(Boolean);
  if (lines[0] !== 'v=0') return 'it does not begin with v=0';
  for (const part of ['o=', 's=', 't=']) {
    if (!lines.some((line) => line.startsWith(part))) return `it has no line ${part}`;
  }
  if (!lines.every((line) => /^[a-z]=/.test(line))) return 'it has a line that is none of SDP';
  const media = lines.filter((line) => line.startsWith('m='));
  if (media.length !== 1 || !media[0]?.startsWith('m=audio ')) return 'it must have one m-line, of audio';
  return lines.some((line) => /^a=rtpmap:\d+ opus\/48000/i.test(line)) ? null : 'it does not offer Opus';
}

/** What a phone on WhatsApp could have said. Nothing listens there: no sound is carried in this world. */
export function sdpOfPhone(side: Side, random: Random): string {
  const bytes = Array.from({ length: 32 }, () => random.hex(2)).join(':');
  const host = `10.${random.integer(0, 255)}.${random.integer(0, 255)}.${random.integer(1, 254)}`;
  const ssrc = random.integer(1, 4_294_967_295);
  return [
    'v=0',
    `o=- ${random.integer(10 ** 9, 2 * 10 ** 9)} 2 IN IP4 127.0.0.1`,
    's=-',
    't=0 0',
    'a=group:BUNDLE audio',
    'a=msid-semantic: WMS whatsapp',
    'a=ice-lite',
    'm=audio 3480 UDP/TLS/RTP/SAVPF 111 126',
    `c=IN IP4 ${host}`,
    'a=rtcp:9 IN IP4 0.0.0.0',
    `a=candidate:1 1 udp 2122260223 ${host} 3480 typ host generation 0`,
    `a=ice-ufrag:${random.hex(8)}`,
    `a=ice-pwd:${random.hex(24)}`,
    `a=fingerprint:sha-256 ${bytes}`,
    `a=setup:${side === 'offer' ? 'actpass' : 'active'}`,
    'a=mid:audio',
    'a=sendrecv',
    'a=rtcp-mux',
    'a=rtpmap:111 opus/48000/2',
    'a=fmtp:111 maxaveragebitrate=20000;maxplaybackrate=16000;minptime=20;useinbandfec=1',
    'a=rtpmap:126 telephone-event/8000',
    'a=maxptime:20',
    `a=ssrc:${ssrc} cname:WhatsAppAudioStream1`,
    '',
  ].join('\r\n');
}
