import type { App } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { refuse } from '../../graph/errors.ts';
import { isObject } from '../../world/json.ts';
import { list, type Params, requiredText, text } from '../reading.ts';
import { usualVersion } from '../../webhooks/versions.ts';
import { webhookFields } from './webhook-fields.ts';

const object = 'whatsapp_business_account';
const access = 'app';

/** The callback of an app and the fields that it hears, in the version of the call (Graph, "App subscriptions"). Only the app may ask. */
export const appSubscriptionEdges = ({ directory: { apps }, webhooks }: Emulator): Edges => ({
  'GET app/subscriptions': {
    access,
    answer: ({ node: { callbackUrl, fields, webhookVersion = usualVersion } }: Call<App>) => ({
      data:
        callbackUrl === undefined
          ? []
          : [
              {
                object,
                callback_url: callbackUrl,
                active: true,
                fields: fields.map((name) => ({ name, version: `v${webhookVersion}.0` })),
              },
            ],
    }),
  },
  'POST app/subscriptions': {
    access,
    async answer({ node, params, version: webhookVersion }: Call<App>) {
      readObject(params);
      const fields = readFields(params) ?? node.fields;
      const given = text(params, 'callback_url');
      if (given === undefined) {
        if (node.callbackUrl === undefined) refuse(100, 'The parameter callback_url is required.');
        apps.change(node.id, { fields, webhookVersion });
        return { success: true };
      }
      const verifyToken = requiredText(params, 'verify_token');
      await webhooks.verify(given, verifyToken);
      apps.change(node.id, { callbackUrl: given, verifyToken, fields, webhookVersion });
      return { success: true };
    },
  },
  'DELETE app/subscriptions': {
    access,
    answer({ node, params }: Call<App>) {
      if (params.object !== undefined) readObject(params);
      const gone = readFields(params);
      const fields = gone ? node.fields.filter((name) => !gone.includes(name)) : [];
      apps.change(node.id, gone ? { fields } : { fields, callbackUrl: undefined, verifyToken: undefined });
      return { success: true };
    },
  },
});

function readObject(params: Params): void {
  if (requiredText(params, 'object') !== object) refuse(100, `Param object must be one of {${object}}.`);
}

/** Names, or objects with a name and the version of its payload. */
function readFields(params: Params): string[] | undefined {
  return list(params, 'fields')?.map((given, place) => {
    const name: unknown = isObject(given) ? given.name : given;
    return (
      webhookFields.find((known) => known === name) ??
      refuse(100, `Param fields[${place}] must be one of {${webhookFields.join(', ')}}.`)
    );
  });
}
