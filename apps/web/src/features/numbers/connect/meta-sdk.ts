import type { SignUpSettings } from './sign-up-query.ts';

/** What this page needs of Meta's JavaScript SDK. */
export interface MetaSdk {
  init(options: { appId: string; version: string; xfbml: boolean; cookie: boolean; status: boolean }): void;
  login(callback: (answer: LoginAnswer) => void, options: object): void;
}

interface LoginAnswer {
  authResponse?: { code?: string | null } | null;
}

declare global {
  // The script puts itself here.
  var FB: MetaSdk | undefined;
  var fbAsyncInit: (() => void) | undefined;
}

/** Longer than a slow line takes for 100 kB. */
const mostWait = 30_000;

/** Loads Meta's script once. The window has to open in the very press of a button, so it must be here before that. */
export async function loadSdk({ sdkUrl, metaAppId, version }: SignUpSettings): Promise<MetaSdk> {
  const sdk = globalThis.FB ?? (await addScript(sdkUrl));
  // Nothing of Facebook's is to be drawn, remembered or asked on this page.
  sdk.init({ appId: metaAppId, version, xfbml: false, cookie: false, status: false });
  return sdk;
}

function addScript(address: string): Promise<MetaSdk> {
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new Error('Meta’s script did not load.'));
    const timer = setTimeout(fail, mostWait);
    globalThis.fbAsyncInit = () => {
      clearTimeout(timer);
      if (globalThis.FB) resolve(globalThis.FB);
      else fail();
    };
    const script = document.createElement('script');
    script.src = address;
    script.async = true;
    script.addEventListener('error', () => {
      clearTimeout(timer);
      script.remove();
      fail();
    });
    document.head.append(script);
  });
}

/** Whether a message is from Meta's window: the script's own origin, or, for Meta's, any address of facebook.com. */
export function isFromMeta(origin: string, sdkUrl: string): boolean {
  const own = new URL(sdkUrl);
  if (origin === own.origin) return true;
  if (own.hostname !== 'connect.facebook.net' || !URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return protocol === 'https:' && (hostname === 'facebook.com' || hostname.endsWith('.facebook.com'));
}
