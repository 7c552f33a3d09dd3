import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Everything that can be set from outside, with its default. */
export interface Settings {
  port: number;
  host: string;
  /** How others reach the emulator, for links in webhooks; without it, as it listens. */
  url?: string;
  folder: string;
  seed: string;
  /** World milliseconds; a whole world can begin on a chosen day. */
  now?: number;
  rate: number;
  /** Hears of defects of the emulator; without it they end the process. */
  report?: (defect: unknown) => void;
  /** What webhooks present to receivers that ask for it, and whom they believe who receivers are. */
  certificate?: { cert: string; key: string };
  authority?: string;
}

interface SettingLine {
  name: string;
  fallback: string;
  means: string;
}

export const settingLines: SettingLine[] = [
  { name: 'EMULATOR_PORT', fallback: '4200', means: 'port to listen on; 0 takes a free one' },
  { name: 'EMULATOR_HOST', fallback: '127.0.0.1', means: 'address to listen on' },
  {
    name: 'EMULATOR_URL',
    fallback: '',
    means: 'how others reach the emulator, for links in webhooks; as it listens when not set',
  },
  {
    name: 'EMULATOR_DATA',
    fallback: './data/emulator',
    means: 'folder of the snapshot, the journal and media',
  },
  { name: 'EMULATOR_SEED', fallback: 'trikon', means: 'the same seed gives the same world' },
  {
    name: 'EMULATOR_NOW',
    fallback: 'the machine’s time',
    means: 'when a new world begins, as 2026-10-01T09:00:00+05:30',
  },
  { name: 'EMULATOR_RATE', fallback: '1', means: 'how fast time runs; 0 stands still' },
  {
    name: 'EMULATOR_CERTIFICATE',
    fallback: '',
    means: 'file of the client certificate that webhooks of apps with mTLS present',
  },
  { name: 'EMULATOR_CERTIFICATE_KEY', fallback: '', means: 'file of the key of that certificate' },
  {
    name: 'EMULATOR_AUTHORITY',
    fallback: '',
    means: 'file of authorities that receivers’ certificates may come from, in the place of the public ones',
  },
];

type Environment = Record<string, string | undefined>;

export function readSettings(environment: Environment): Settings {
  for (const name of Object.keys(environment)) {
    if (name.startsWith('EMULATOR_') && !settingLines.some((line) => line.name === name)) {
      throw new Error(
        `${name} is no setting of the emulator; there are ${settingLines.map((line) => line.name).join(', ')}.`,
      );
    }
  }
  const text = (name: string): string =>
    environment[name] || (settingLines.find((line) => line.name === name)?.fallback ?? '');
  const now = environment.EMULATOR_NOW ? Date.parse(environment.EMULATOR_NOW) : undefined;
  if (Number.isNaN(now)) throw new Error(`EMULATOR_NOW is ${environment.EMULATOR_NOW}, which is no date.`);
  return {
    port: whole(text('EMULATOR_PORT'), 'EMULATOR_PORT', 65_535),
    host: text('EMULATOR_HOST'),
    ...(text('EMULATOR_URL') !== '' && { url: address(text('EMULATOR_URL'), 'EMULATOR_URL') }),
    folder: path.resolve(text('EMULATOR_DATA')),
    seed: text('EMULATOR_SEED'),
    ...(now !== undefined && { now }),
    rate: number(text('EMULATOR_RATE'), 'EMULATOR_RATE', 100_000),
    ...readCertificates(text),
  };
}

function readCertificates(text: (name: string) => string): Pick<Settings, 'certificate' | 'authority'> {
  const [cert, key, authority] = ['CERTIFICATE', 'CERTIFICATE_KEY', 'AUTHORITY'].map((name) => {
    const file = text(`EMULATOR_${name}`);
    return file === '' ? undefined : contentOf(file, `EMULATOR_${name}`);
  });
  if ((cert === undefined) !== (key === undefined))
    throw new Error('EMULATOR_CERTIFICATE and EMULATOR_CERTIFICATE_KEY belong together.');
  return { ...(cert && key && { certificate: { cert, key } }), ...(authority && { authority }) };
}

function contentOf(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`${name} is ${file}, which cannot be read: ${(error as Error).message}.`, {
      cause: error,
    });
  }
}

function address(text: string, name: string): string {
  const protocol = URL.parse(text)?.protocol;
  if (protocol === 'http:' || protocol === 'https:') return text.replace(/\/$/, '');
  throw new Error(`${name} is ${text}; it must be an address such as http://emulator:4200.`);
}

function whole(text: string, name: string, most: number): number {
  const value = number(text, name, most);
  if (Number.isInteger(value)) return value;
  throw new Error(`${name} is ${text}; it must be a whole number from 0 to ${most}.`);
}

function number(text: string, name: string, most: number): number {
  const value = Number(text);
  if (Number.isFinite(value) && value >= 0 && value <= most) return value;
  throw new Error(`${name} is ${text}; it must be a number from 0 to ${most}.`);
}
