import path from 'node:path';

/**
 * Every setting of the program: where it is read from, what it means, what holds when it is not given.
 * `npm run trikon -- settings` prints this table. A wrong value stops the start with a sentence that names it.
 */
const settings = {
  port: setting(
    'TRIKON_PORT',
    '4100',
    'The port that serves the web app and the API; 0 picks a free one.',
    asPort,
  ),
  host: setting('TRIKON_HOST', '127.0.0.1', 'The address to listen on; 0.0.0.0 for all.', asText),
  publicUrl: setting(
    'TRIKON_PUBLIC_URL',
    undefined,
    'The address that people type, such as https://chat.example.in. By default http://localhost and the port.',
    asUrl,
  ),
  dataFolder: setting(
    'TRIKON_DATA',
    './data',
    'Where the embedded database, stored files and the generated master key live.',
    asPath,
  ),
  databaseUrl: setting(
    'DATABASE_URL',
    undefined,
    'An external PostgreSQL (15 or later), as its owner. By default the embedded one runs in the data folder.',
    asDatabaseUrl,
  ),
  rolePrefix: setting(
    'TRIKON_DB_ROLE_PREFIX',
    'trikon',
    'Begins the names of the three database roles; tell two installations in one PostgreSQL apart by it.',
    asIdentifier,
  ),
  poolSize: setting(
    'TRIKON_DB_POOL',
    '10',
    'Connections that serve requests, per copy of the program.',
    asCount(1, 200),
  ),
  roles: setting(
    'TRIKON_ROLES',
    'api,ingest,worker',
    'What this copy does: api answers requests, ingest receives webhooks, worker runs jobs and subscribers.',
    asRoles,
  ),
  demo: setting(
    'TRIKON_DEMO',
    'auto',
    'A demo workspace with sample data: on, off, or auto (on with the embedded database on this machine only).',
    asChoice('on', 'off', 'auto'),
  ),
  emulator: setting(
    'TRIKON_EMULATOR',
    'auto',
    'The emulated WhatsApp beside the program: on, off, or auto (on with the demo).',
    asChoice('on', 'off', 'auto'),
  ),
  emulatorPort: setting(
    'EMULATOR_PORT',
    undefined,
    'The port of the emulated WhatsApp. By default 4200, or a free one when that is taken.',
    asPort,
  ),
  graphUrl: setting(
    'TRIKON_GRAPH_URL',
    undefined,
    'Where Meta’s Graph is. By default https://graph.facebook.com, or the emulated WhatsApp beside the program.',
    asUrl,
  ),
  graphVersion: setting(
    'TRIKON_GRAPH_VERSION',
    'v25.0',
    'The version of Graph that is called.',
    asGraphVersion,
  ),
  webhookUrl: setting(
    'TRIKON_WEBHOOK_URL',
    undefined,
    'The address at which Meta reaches this program. By default the public one.',
    asUrl,
  ),
  metaAppId: setting(
    'TRIKON_META_APP_ID',
    undefined,
    'The app at Meta in whose name owners share their accounts by Embedded Signup.',
    asText,
  ),
  metaAppSecret: setting('TRIKON_META_APP_SECRET', undefined, 'The secret of that app.', asText),
  metaConfigId: setting(
    'TRIKON_META_CONFIG_ID',
    undefined,
    'The configuration of Facebook Login for Business that it opens.',
    asText,
  ),
  metaBusinessAppConfigId: setting(
    'TRIKON_META_BUSINESS_APP_CONFIG_ID',
    undefined,
    'The configuration for numbers that stay in the WhatsApp Business app.',
    asText,
  ),
  masterKey: setting(
    'TRIKON_MASTER_KEY',
    undefined,
    '32 bytes in base64 that protect all stored secrets. By default generated into the data folder; several copies must share one.',
    asKey,
  ),
  backupMasterKey: setting(
    'TRIKON_BACKUP_MASTER_KEY',
    undefined,
    'The master key of the installation that made a backup, when it is restored into another one.',
    asKey,
  ),
  trustedProxies: setting(
    'TRIKON_TRUSTED_PROXIES',
    '',
    'Addresses or ranges of proxies in front, comma separated; only theirs X-Forwarded-For is believed.',
    asList,
  ),
  allowPrivate: setting(
    'TRIKON_ALLOW_PRIVATE',
    '',
    'host:port pairs in private networks that the program may call, such as an identity provider in the office.',
    asList,
  ),
  storage: setting(
    'TRIKON_STORAGE',
    'disk',
    'Where files are stored: disk (in the data folder) or s3.',
    asChoice('disk', 's3'),
  ),
  s3Endpoint: setting('TRIKON_S3_ENDPOINT', undefined, 'Address of the S3 service.', asUrl),
  s3Region: setting('TRIKON_S3_REGION', 'us-east-1', 'Region of the bucket.', asText),
  s3Bucket: setting('TRIKON_S3_BUCKET', undefined, 'Name of the bucket.', asText),
  s3AccessKeyId: setting('TRIKON_S3_ACCESS_KEY_ID', undefined, 'Key id for the bucket.', asText),
  s3SecretAccessKey: setting('TRIKON_S3_SECRET_ACCESS_KEY', undefined, 'Secret key for the bucket.', asText),
  smtpUrl: setting(
    'TRIKON_SMTP_URL',
    undefined,
    'Mail server for invitations and password links, such as smtps://user:password@mail.example.in. Without it, links are shown to the person who made them.',
    asSmtpUrl,
  ),
  mailFrom: setting(
    'TRIKON_MAIL_FROM',
    undefined,
    'Sender of those mails, such as Trikon <chat@example.in>.',
    asText,
  ),
  logLevel: setting(
    'TRIKON_LOG_LEVEL',
    'info',
    'How much is logged: debug, info, warn, error or silent.',
    asChoice('debug', 'info', 'warn', 'error', 'silent'),
  ),
  metricsToken: setting(
    'TRIKON_METRICS_TOKEN',
    undefined,
    'Bearer token for GET /metrics; without it metrics are served to this machine only.',
    asText,
  ),
  tracesEndpoint: setting(
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    undefined,
    'Where OpenTelemetry traces are sent (OTLP over HTTP). Off when empty.',
    asUrl,
  ),
  webhooksKeptDays: setting(
    'TRIKON_WEBHOOKS_KEPT_DAYS',
    '7',
    'Days for which delivered webhooks are kept as they came, after they were taken in.',
    asCount(1, 90),
  ),
  mediaKeptDays: setting(
    'TRIKON_MEDIA_KEPT_DAYS',
    '365',
    'Days for which files of messages are kept after they were last wanted.',
    asCount(1, 3650),
  ),
  mediaOrigin: setting(
    'TRIKON_MEDIA_ORIGIN',
    undefined,
    'An address that leads here too, from which files of messages are served, such as https://files.example.in. By default the public one.',
    asUrl,
  ),
  mediaScanUrl: setting(
    'TRIKON_MEDIA_SCAN_URL',
    undefined,
    'A scanner that gets each file by POST and answers {"clean": true} or {"clean": false, "name": "…"}. Without it files are not scanned.',
    asUrl,
  ),
  checkAnswers: setting(
    'TRIKON_CHECK_ANSWERS',
    'off',
    'Hold every API answer against its contract: for development and tests.',
    asSwitch,
  ),
  rateLimit: setting(
    'TRIKON_RATE_LIMIT',
    'on',
    'Limit the requests per minute of each caller. Off only where load is measured.',
    asSwitch,
  ),
  webFolder: setting(
    'TRIKON_WEB',
    undefined,
    'Folder of the built web app, when it is not beside the program.',
    asPath,
  ),
};

export type Config = { [Name in keyof typeof settings]: ReturnType<(typeof settings)[Name]['read']> };
type Role = 'api' | 'ingest' | 'worker';

/** What is wrong with the settings, one sentence each, for the person who starts the program. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

export function readConfig(environment: Record<string, string | undefined>): Config {
  const problems: string[] = [];
  const config: Record<string, unknown> = {};
  for (const [name, { variable, read }] of Object.entries(settings)) {
    try {
      config[name] = read(environment[variable]);
    } catch (error) {
      problems.push(`${variable} ${(error as Error).message}.`);
    }
  }
  const known = new Set(Object.values(settings).map(({ variable }) => variable));
  for (const variable of Object.keys(environment)) {
    if (variable.startsWith('TRIKON_') && !known.has(variable) && !variable.startsWith('TRIKON_TEST_')) {
      problems.push(`${variable} is not a setting of this program; see \`npm run trikon -- settings\`.`);
    }
  }
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  return config as Config;
}

export function describeSettings(): { variable: string; standard: string; meaning: string }[] {
  return Object.values(settings).map(({ variable, standard, meaning }) => ({
    variable,
    standard: standard ?? '',
    meaning,
  }));
}

interface Setting<Value> {
  variable: string;
  standard: string | undefined;
  meaning: string;
  read: (text: string | undefined) => Value;
}

function setting<Value>(
  variable: string,
  standard: string,
  meaning: string,
  parse: (text: string) => Value,
): Setting<Value>;
function setting<Value>(
  variable: string,
  standard: undefined,
  meaning: string,
  parse: (text: string) => Value,
): Setting<Value | undefined>;
function setting<Value>(
  variable: string,
  standard: string | undefined,
  meaning: string,
  parse: (text: string) => Value,
): Setting<Value | undefined> {
  const read = (text: string | undefined): Value | undefined => {
    // An empty variable is how a shell or a compose file says "not set".
    const given = text === undefined || text.trim() === '' ? standard : text.trim();
    return given === undefined ? undefined : parse(given);
  };
  return { variable, standard, meaning, read };
}

function asText(text: string): string {
  return text;
}

function asPath(text: string): string {
  return path.resolve(text);
}

function asPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`has to be a port from 0 to 65535, not "${text}"`);
  return port;
}

function asCount(least: number, most: number): (text: string) => number {
  return (text) => {
    const count = Number(text);
    if (!Number.isInteger(count) || count < least || count > most) {
      throw new Error(`has to be a whole number from ${least} to ${most}, not "${text}"`);
    }
    return count;
  };
}

function asUrl(text: string): string {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new Error(`has to be an address that begins with http:// or https://, not "${text}"`);
  return text.replace(/\/+$/, '');
}

function asGraphVersion(text: string): `v${number}.0` {
  if (!/^v\d{2}\.0$/.test(text)) throw new Error(`has to be a version such as v25.0, not "${text}"`);
  return text as `v${number}.0`;
}

function asDatabaseUrl(text: string): string {
  const url = URL.parse(text);
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol)) {
    // Not repeated back: it may hold a password.
    throw new Error('has to begin with postgresql:// and name user, host and database');
  }
  return text;
}

function asSmtpUrl(text: string): string {
  const url = URL.parse(text);
  if (url === null || !/^smtps?:$/.test(url.protocol))
    throw new Error('has to begin with smtp:// or smtps://');
  return text;
}

function asIdentifier(text: string): string {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(text))
    throw new Error(`has to be lower-case letters, digits and underscores, not "${text}"`);
  return text;
}

function asRoles(text: string): ReadonlySet<Role> {
  const roles = asList(text);
  for (const role of roles) {
    if (!['api', 'ingest', 'worker'].includes(role))
      throw new Error(`knows the roles api, ingest and worker, not "${role}"`);
  }
  return new Set(roles as Role[]);
}

function asChoice<const Choice extends string>(...choices: Choice[]): (text: string) => Choice {
  return (text) => {
    const found = choices.find((choice) => choice === text);
    if (found === undefined) throw new Error(`has to be one of ${choices.join(', ')}, not "${text}"`);
    return found;
  };
}

function asSwitch(text: string): boolean {
  return asChoice('on', 'off')(text) === 'on';
}

function asKey(text: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length !== 32)
    throw new Error('has to be exactly 32 bytes in base64; make one with `openssl rand -base64 32`');
  return key;
}

function asList(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}
