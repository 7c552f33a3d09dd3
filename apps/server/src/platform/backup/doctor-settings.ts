import { bad, good, warning, type Finding } from './finding.ts';

/** The settings whose combinations can be wrong although each is right. */
export interface DoctorSettings {
  host: string;
  publicUrl: string | undefined;
  demo: 'on' | 'off' | 'auto';
  /** An external database was given. */
  externalDatabase: boolean;
  /** The master key was given, not generated into the data folder. */
  masterKeyGiven: boolean;
  trustedProxies: readonly string[];
  storage: 'disk' | 's3';
  mail: boolean;
}

const local = new Set(['127.0.0.1', 'localhost', '::1', '[::1]']);

export function checkSettings(settings: DoctorSettings): Finding[] {
  const found = [
    checkPublicUrl(settings),
    checkDemo(settings),
    checkProxies(settings),
    checkMasterKeyOrigin(settings),
    checkMail(settings),
  ].filter((finding) => finding !== null);
  return found.length > 0 ? found : [good('settings', 'The settings fit together.')];
}

const isPublic = ({ host, publicUrl }: DoctorSettings): boolean =>
  publicUrl === undefined ? !local.has(host) : !local.has(new URL(publicUrl).hostname);

function checkPublicUrl(settings: DoctorSettings): Finding | null {
  const { host, publicUrl } = settings;
  if (publicUrl === undefined) {
    if (local.has(host)) return null;
    return warning(
      'public address',
      `The program listens on ${host} and does not know the address that people type.`,
      'Set TRIKON_PUBLIC_URL, or links in mails and sign-on will lead to localhost.',
    );
  }
  if (publicUrl.startsWith('https:') || !isPublic(settings)) return null;
  return bad(
    'public address',
    `${publicUrl} is not encrypted: cookies and customers’ messages travel readable, and passkeys do not work.`,
    'Put a proxy with a certificate in front and begin TRIKON_PUBLIC_URL with https://.',
  );
}

function checkDemo(settings: DoctorSettings): Finding | null {
  if (settings.demo !== 'on' || !isPublic(settings)) return null;
  return bad(
    'demo',
    'The demo workspace, whose password anyone may know, can be reached from outside.',
    'Set TRIKON_DEMO=off.',
  );
}

function checkProxies({ publicUrl, trustedProxies }: DoctorSettings): Finding | null {
  // The program itself speaks no TLS, so https means a proxy.
  if (publicUrl?.startsWith('https:') !== true || trustedProxies.length > 0) return null;
  return warning(
    'proxies',
    'There is a proxy in front, but none is trusted: everyone seems to come from its address.',
    'Set TRIKON_TRUSTED_PROXIES to the proxy’s address, such as 127.0.0.1.',
  );
}

function checkMasterKeyOrigin({ externalDatabase, masterKeyGiven }: DoctorSettings): Finding | null {
  if (!externalDatabase || masterKeyGiven) return null;
  return warning(
    'master key origin',
    'The database is elsewhere, but the key to its secrets is only in this data folder.',
    'Set TRIKON_MASTER_KEY on every copy of the program, and keep the key in a safe place.',
  );
}

function checkMail({ mail }: DoctorSettings): Finding | null {
  if (mail) return null;
  return warning(
    'mail',
    'No mail server is set: links for invitations and passwords are shown to whoever made them.',
    'Set TRIKON_SMTP_URL to send them by mail.',
  );
}
