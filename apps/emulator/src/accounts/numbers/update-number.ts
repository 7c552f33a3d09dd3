import type { BusinessNumber } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { refuse } from '../../graph/errors.ts';
import { isObject } from '../../world/json.ts';
import { choice, type Params, text } from '../reading.ts';
import { readOverride } from '../wabas/subscribed-apps.ts';
import type { Names } from './names.ts';
import { type Pin, readPin } from './pin.ts';

/** `POST /{number}`: PIN, display name, callback of its own, visibility in search; any of them together. */
export const updateNumberEdges = (emulator: Emulator, pin: Pin, names: Names): Edges => ({
  'POST number': {
    access: 'whatsapp_business_management',
    async answer({ node, params }: Call<BusinessNumber>) {
      const newPin = params.pin === undefined ? undefined : readPin(params);
      const name = text(params, 'new_display_name', { min: 2, max: 75 });
      const visibility = choice(params, 'search_visibility', ['VISIBLE', 'HIDDEN']);
      const override = await readCallback(emulator, params);
      if (newPin === undefined && name === undefined && visibility === undefined && override === undefined)
        refuse(
          100,
          'The parameter pin, new_display_name, search_visibility or webhook_configuration is required.',
        );
      if (newPin !== undefined && !node.registered) refuse(133010, 'The phone number is not registered.');
      const { numbers } = emulator.directory;
      if (override !== undefined) numbers.change(node.id, override);
      if (visibility !== undefined) numbers.change(node.id, { searchVisibility: visibility });
      if (newPin !== undefined) pin.change(node, newPin);
      if (name !== undefined) names.submit(node, name);
      return { success: true };
    },
  },
});

type Callback = Pick<BusinessNumber, 'callbackUrl' | 'verifyToken'>;

/** An empty callback takes the override away. */
async function readCallback({ webhooks }: Emulator, params: Params): Promise<Callback | undefined> {
  const given = params.webhook_configuration;
  if (given === undefined) return undefined;
  if (!isObject(given)) refuse(100, 'Param webhook_configuration must be an object.');
  const override = readOverride(given);
  if (override) await webhooks.verify(override.callbackUrl, override.verifyToken);
  return override ?? { callbackUrl: undefined, verifyToken: undefined };
}
