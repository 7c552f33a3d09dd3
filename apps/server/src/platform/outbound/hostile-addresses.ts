/** Every notation in which a forbidden address has been smuggled past a check, generated. */
const FORBIDDEN_V4 = `
  0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 100.127.255.254 127.0.0.1
  127.1.2.3 127.255.255.254 168.63.129.16 169.254.0.23 169.254.169.254 169.254.170.2 172.16.0.1
  172.31.255.254 192.0.0.192 192.0.2.1 192.88.99.1 192.168.0.1 192.168.255.254 198.18.0.1
  198.19.255.255 198.51.100.7 203.0.113.7 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
`;

const FORBIDDEN_V6 = `
  :: ::1 0:0:0:0:0:0:0:1 100::1 fc00::1 fd00:ec2::254 fd20:ce::254 fdff:ffff::1 fe80::1 febf::1
  fec0::1 ff02::1 ff0e::1 2001::1 2001:0:53aa:64c::1 2001:10::1 2001:20::1 2001:db8::1 2001:2::1
  2620:4f:8000::1 3fff::1 5f00::1 64:ff9b:1::1 4000::1 8000::1 a000::1 e000::1
`;

const FORBIDDEN_NAMES = `
  localhost LOCALHOST localhost. x.localhost localhost.localdomain metadata metadata.google.internal
  metadata.google.internal. instance-data instance-data.ec2.internal metadata.azure.internal postgres
  minio db.local printer.lan router.home.arpa vault.corp kubernetes.default.svc wiki.intranet
  1.0.0.127.in-addr.arpa ｌｏｃａｌｈｏｓｔ loc%61lhost ⓛⓞⓒⓐⓛⓗⓞⓢⓣ metadata%2egoogle%2einternal x.onion
`;

export function hostileHosts(): string[] {
  const fromV4 = words(FORBIDDEN_V4).flatMap((address) => [
    ...notationsOfV4(address),
    ...v6FormsOfV4(address),
  ]);
  const fromV6 = words(FORBIDDEN_V6).flatMap((address) => [`[${address}]`, `[${address.toUpperCase()}]`]);
  return [...new Set([...fromV4, ...fromV6, ...words(FORBIDDEN_NAMES)])];
}

function notationsOfV4(address: string): string[] {
  const parts = address.split('.').map(Number);
  const [a = 0, b = 0, c = 0, d = 0] = parts;
  const whole = ((a * 256 + b) * 256 + c) * 256 + d;
  const hex = (part: number): string => `0x${part.toString(16)}`;
  const octal = (part: number): string => `0${part.toString(8)}`;
  return [
    address,
    `${address}.`,
    String(whole),
    hex(whole),
    octal(whole),
    parts.map(hex).join('.'),
    parts.map(octal).join('.'),
    `${hex(a)}.${octal(b)}.${c}.${d}`,
    `${a}.${(b * 256 + c) * 256 + d}`,
    `${a}.${b}.${c * 256 + d}`,
    `0x${'0'.repeat(12)}${whole.toString(16)}`,
    fullWidth(address),
    address.replaceAll('.', '。'),
    address.replaceAll('.', '%2e'),
    percentEncoded(address),
  ];
}

function v6FormsOfV4(address: string): string[] {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  const high = (a * 256 + b).toString(16);
  const low = (c * 256 + d).toString(16);
  return [
    `[::ffff:${address}]`,
    `[::ffff:${high}:${low}]`,
    `[0:0:0:0:0:ffff:${high}:${low}]`,
    `[::ffff:0:${high}:${low}]`,
    `[::${address}]`,
    `[64:ff9b::${address}]`,
    `[64:ff9b:1::${high}:${low}]`,
    `[2002:${high}:${low}::1]`,
    `[2001:0:${high}:${low}::1]`,
    `[fe80::5efe:${high}:${low}]`,
  ];
}

function fullWidth(text: string): string {
  return text.replace(/[\d.]/g, (character) => String.fromCodePoint(character.charCodeAt(0) + 0xfe_e0));
}

function percentEncoded(text: string): string {
  return Array.from(text, (character) => `%${character.charCodeAt(0).toString(16)}`).join('');
}

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}
