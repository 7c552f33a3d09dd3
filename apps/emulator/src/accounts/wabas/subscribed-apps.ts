import type { Directory } from '../../directory/directory.ts';
import type { Subscription, Waba } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { refuse } from '../../graph/errors.ts';
import { text } from '../reading.ts';

const access = 'whatsapp_business_management';

/** Which apps hear of an account, and under which callback (Meta, "Override webhooks"). */
export function subscribedAppEdges({ directory, webhooks }: Emulator): Edges {
  const { wabas } = directory;
  const others = ({ node, app }: Call<Waba>): Subscription[] =>
    wabas.get(node.id)?.subscriptions.filter(({ appId }) => appId !== app.id) ?? [];
  return {
    'GET waba/subscribed_apps': { access, answer: ({ node }: Call<Waba>) => subscribedApps(directory, node) },
    'POST waba/subscribed_apps': {
      access,
      async answer(call: Call<Waba>) {
        const override = readOverride(call.params);
        if (override) await webhooks.verify(override.callbackUrl, override.verifyToken);
        wabas.change(call.node.id, {
          subscriptions: [...others(call), { appId: call.app.id, ...override }],
        });
        return { success: true };
      },
    },
    'DELETE waba/subscribed_apps': {
      access,
      answer(call: Call<Waba>) {
        wabas.change(call.node.id, { subscriptions: others(call) });
        return { success: true };
      },
    },
  };
}

export function subscribedApps({ apps }: Directory, { subscriptions }: Waba) {
  return {
    data: subscriptions.flatMap(({ appId, callbackUrl }) => {
      const app = apps.get(appId);
      if (!app) return [];
      const link = `https://www.facebook.com/games/?app_id=${app.id}`;
      return {
        whatsapp_business_api_data: { link, name: app.name, id: app.id },
        ...(callbackUrl !== undefined && { override_callback_uri: callbackUrl }),
      };
    }),
  };
}

/** A callback in place of the app's; null without one, which takes an earlier one away. */
export function readOverride(
  params: Record<string, unknown>,
): { callbackUrl: string; verifyToken: string } | null {
  const callbackUrl = text(params, 'override_callback_uri') ?? '';
  if (callbackUrl === '') return null;
  const verifyToken = text(params, 'verify_token') ?? '';
  if (verifyToken === '') refuse(100, 'The parameter verify_token is required.');
  return { callbackUrl, verifyToken };
}
