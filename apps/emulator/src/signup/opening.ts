import type { App } from '../directory/records.ts';
import type { Emulator } from '../emulator.ts';
import { isObject } from '../world/json.ts';
import type { Session } from './session.ts';

type Params = Record<string, unknown>;

/** Begins a session as the dialog's address asks for it, or says in a sentence why it cannot. */
export function openSession({ world, directory: { apps } }: Emulator, params: Params): Session | string {
  const app = apps.get(textOf(params.client_id) ?? '');
  if (!app) return 'Invalid App ID: The provided app ID does not look like a valid app ID.';
  if (textOf(params.response_type) !== 'code')
    return 'Only response_type=code is supported: set response_type and override_default_response_type when you call FB.login.';
  const configuration = app.loginConfigurations?.find(({ id }) => id === textOf(params.config_id));
  if (app.loginConfigurations && !configuration)
    return 'Invalid parameter: config_id is not a configuration of this app.';
  const [origin, redirectUri] = [textOf(params.origin), textOf(params.redirect_uri)];
  const wrong = wrongAddress(app, origin, redirectUri);
  if (wrong !== undefined) return wrong;
  const extras = isObject(params.extras) ? params.extras : {};
  const eventVersion = textOf(extras.sessionInfoVersion);
  const state = textOf(params.state);
  const feature = extras.featureType;
  return {
    id: world.random.hex(32),
    appId: app.id,
    businessApp: configuration?.businessApp === true || feature === 'whatsapp_business_app_onboarding',
    onlyAccount: feature === 'only_waba_sharing',
    suggested: suggestedBy(extras.setup),
    trail: ['BUSINESS_ACCOUNT_SELECTION'],
    ...(origin !== undefined && { origin }),
    ...(redirectUri !== undefined && { redirectUri }),
    ...(state !== undefined && { state }),
    ...(eventVersion !== undefined && { eventVersion }),
  };
}

/** Who waits for the result: a page that opened the window, or an address that is led back to. */
function wrongAddress(
  { redirectUris }: App,
  origin: string | undefined,
  redirectUri: string | undefined,
): string | undefined {
  if (origin === undefined && redirectUri === undefined) return 'Missing redirect_uri parameter.';
  for (const address of [origin, redirectUri]) {
    if (address !== undefined && !/^https?:$/.test(URL.parse(address)?.protocol ?? ''))
      return 'Invalid redirect_uri: it must be an address of the web.';
  }
  if (redirectUri !== undefined && redirectUris && !redirectUris.includes(redirectUri))
    return 'URL blocked: the redirect URI is not in the list of valid OAuth redirect URIs of the app.';
  return undefined;
}

function suggestedBy(setup: unknown): Session['suggested'] {
  const { business, phone } = isObject(setup) ? setup : {};
  const businessName = isObject(business) ? textOf(business.name) : undefined;
  const displayName = isObject(phone) ? textOf(phone.displayName) : undefined;
  return {
    ...(businessName !== undefined && { businessName }),
    ...(displayName !== undefined && { displayName }),
  };
}

/** Parameters of forms are texts; an empty one is none. */
const textOf = (value: unknown): string | undefined =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined;
