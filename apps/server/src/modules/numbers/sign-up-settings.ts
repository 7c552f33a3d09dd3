import type { NumbersParts } from './numbers-parts.ts';

/** Nothing of it is secret: browsers send all of it to Meta. */
export function signUpSettings({ signUp, graph, sdkUrl }: NumbersParts) {
  if (signUp === null) return { signUp: null };
  const { metaAppId, configId, businessAppConfigId } = signUp;
  return { signUp: { metaAppId, configId, businessAppConfigId, version: graph.version, sdkUrl } };
}
