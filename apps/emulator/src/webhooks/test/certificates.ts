import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** Certificates are made when they are needed: a key in the repository would be one that somebody might trust. */
interface Issued {
  cert: string;
  key: string;
}

export interface Authority {
  cert: string;
  issue(commonName: string): Issued;
}

export function createAuthority(commonName: string): Authority {
  const keys = generateKeyPairSync('ed25519');
  const issuer = { commonName, key: keys.privateKey };
  const isAuthority = extension('551d13', der(0x30, der(0x01, Buffer.from([0xff]))));
  return {
    cert: certificate({ issuer, subject: commonName, publicKey: keys.publicKey, extensions: [isAuthority] }),
    issue(subject) {
      const { publicKey, privateKey } = generateKeyPairSync('ed25519');
      const address = extension('551d11', der(0x30, der(0x87, Buffer.from([127, 0, 0, 1]))));
      return {
        cert: certificate({ issuer, subject, publicKey, extensions: [address] }),
        key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
      };
    },
  };
}

interface Wanted {
  issuer: { commonName: string; key: KeyObject };
  subject: string;
  publicKey: KeyObject;
  extensions: Buffer[];
}

let serial = 1;

/** X.509, version 3, signed by Ed25519, as RFC 5280 writes it. */
function certificate({ issuer, subject, publicKey, extensions }: Wanted): string {
  const algorithm = der(0x30, objectId('2b6570'));
  const content = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([++serial])),
    algorithm,
    nameOf(issuer.commonName),
    der(0x30, der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('491231235959Z'))),
    nameOf(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, ...extensions)),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign(null, content, issuer.key)]);
  const text = der(0x30, content, algorithm, der(0x03, signature)).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${text.replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
}

const nameOf = (commonName: string): Buffer =>
  der(0x30, der(0x31, der(0x30, objectId('550403'), der(0x0c, Buffer.from(commonName)))));

const extension = (id: string, value: Buffer): Buffer => der(0x30, objectId(id), der(0x04, value));

const objectId = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));

function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
