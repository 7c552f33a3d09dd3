/**
 * Stands in for Meta's "JavaScript SDK", as far as Embedded Signup needs it: a page that loads this file from the emulator
 * instead of connect.facebook.net opens the emulator's dialog, and hears the same messages.
 */
interface LoginAnswer {
  authResponse: { code: string } | null;
  status: 'connected' | 'unknown';
}

interface LoginOptions {
  config_id?: string;
  response_type?: string;
  override_default_response_type?: boolean;
  extras?: object;
}

(() => {
  const here = document.currentScript;
  const base = new URL(here instanceof HTMLScriptElement ? here.src : location.href).origin;
  const page: typeof window & { FB?: object; fbAsyncInit?: () => void } = window;
  let app = { appId: '', version: 'v25.0' };

  function addressOf(options: LoginOptions): string {
    const address = new URL(`/${app.version}/dialog/oauth`, base);
    const params = {
      client_id: app.appId,
      config_id: options.config_id ?? '',
      // Meta overlooks the response type of a page that does not say it means it.
      response_type: options.override_default_response_type ? (options.response_type ?? '') : 'token',
      extras: JSON.stringify(options.extras ?? {}),
      origin: location.origin,
      display: 'popup',
    };
    for (const [name, value] of Object.entries(params)) address.searchParams.set(name, value);
    return address.href;
  }

  function login(callback: (answer: LoginAnswer) => void, options: LoginOptions = {}): void {
    const popup = window.open(addressOf(options), 'emulator-signup', 'popup,width=560,height=760');
    let left: object | null = null;
    const end = (answer: LoginAnswer): void => {
      clearInterval(watch);
      removeEventListener('message', hear);
      callback(answer);
    };
    const hear = ({ source, origin, data }: MessageEvent<unknown>): void => {
      if (source !== popup || origin !== base || typeof data !== 'object' || data === null) return;
      const { emulatorLogin: code, emulatorLeft } = data as {
        emulatorLogin?: unknown;
        emulatorLeft?: object | null;
      };
      if (emulatorLeft !== undefined) left = emulatorLeft;
      if (typeof code === 'string') end({ authResponse: { code }, status: 'connected' });
    };
    const watch = setInterval(() => {
      if (popup && !popup.closed) return;
      // As if the window had said it.
      if (left) dispatchEvent(new MessageEvent('message', { origin: base, data: JSON.stringify(left) }));
      end({ authResponse: null, status: 'unknown' });
    }, 300);
    addEventListener('message', hear);
  }

  page.FB = {
    init: (options: { appId: string; version?: string }) => {
      app = { ...app, ...options };
    },
    login,
    getLoginStatus: (callback: (answer: LoginAnswer) => void) =>
      callback({ authResponse: null, status: 'unknown' }),
  };
  page.fbAsyncInit?.();
})();
