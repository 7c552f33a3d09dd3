import type { Config } from './config.ts';
import type { NumbersParts, SignUpApp } from './modules/numbers/index.ts';
import { createOutbound, type Outbound } from './platform/outbound/index.ts';

const metaGraph = 'https://graph.facebook.com';

/** What of the settings numbers need, with a client that reaches Graph and nothing else that is private. */
export function openGraphPlace(
  config: Config,
): Pick<NumbersParts, 'graph' | 'signUp' | 'sdkUrl'> & { outbound: Outbound } {
  const { graphUrl, graphVersion: version } = config;
  const outbound = createOutbound({ allowPrivate: graphUrl === undefined ? [] : [hostAndPortOf(graphUrl)] });
  const base = graphUrl ?? metaGraph;
  return {
    outbound,
    graph: { base, version, request: (url, request) => outbound.request(url, request) },
    signUp: readSignUpApp(config),
    // The emulator stands in for the script, too.
    sdkUrl: base === metaGraph ? 'https://connect.facebook.net/en_US/sdk.js' : `${base}/en_US/sdk.js`,
  };
}

export function hostAndPortOf(address: string): string {
  const { hostname, port, protocol } = new URL(address);
  return `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`;
}

function readSignUpApp(config: Config): SignUpApp | null {
  const { metaAppId, metaAppSecret: appSecret, metaConfigId: configId, metaBusinessAppConfigId } = config;
  if (metaAppId === undefined || appSecret === undefined || configId === undefined) return null;
  return { metaAppId, appSecret, configId, businessAppConfigId: metaBusinessAppConfigId ?? null };
}
