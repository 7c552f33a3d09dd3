import type { AccountSettingsChange, ChangedCalling } from '@trikon/whatsapp';
import type { BusinessNumber } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { refuse } from '../../graph/errors.ts';
import { isObject, type JsonObject } from '../../world/json.ts';
import { flag, type Params } from '../reading.ts';
import { readCalling } from './calling-settings.ts';

/** Whether a number may have these calling settings; refuses when not. */
export type CheckCalling = (number: BusinessNumber, calling: ChangedCalling) => void;

/** Calls as they are before anything was set. */
const untouched = {
  status: 'DISABLED',
  call_icon_visibility: 'DEFAULT',
  callback_permission_status: 'DISABLED',
} satisfies ChangedCalling;

/** The one store of a number's settings (Meta, "Call settings", "Local storage", "Identity change check"). */
export const numberSettingsEdges = (emulator: Emulator, checkCalling: CheckCalling): Edges => ({
  'GET number/settings': {
    access: ['whatsapp_business_management', 'whatsapp_business_messaging'],
    answer: ({ node }: Call<BusinessNumber>) => ({
      calling: { ...untouched, ...node.callSettings },
      user_identity_change: { enable_identity_key_check: node.identityCheck },
      storage_configuration:
        node.storageRegion === undefined
          ? { status: 'DEFAULT' }
          : { status: 'IN_COUNTRY_STORAGE_ENABLED', data_localization_region: node.storageRegion },
    }),
  },
  'POST number/settings': {
    access: 'whatsapp_business_management',
    answer({ node, params }: Call<BusinessNumber>) {
      const calling = params.calling === undefined ? undefined : readCalling(params.calling);
      const identityCheck = readIdentityCheck(params);
      for (const name of ['storage_configuration', 'payload_encryption']) {
        if (params[name] !== undefined)
          refuse(
            100,
            `Param ${name} cannot be changed here; choose local storage when you register the number.`,
          );
      }
      if (!calling && identityCheck === undefined)
        refuse(100, 'The parameter calling or user_identity_change is required.');
      if (calling) checkCalling(node, calling);
      if (identityCheck !== undefined) emulator.directory.numbers.change(node.id, { identityCheck });
      if (calling) changeCalling(emulator, node, calling);
      return { success: true };
    },
  },
});

function readIdentityCheck({ user_identity_change: change }: Params): boolean | undefined {
  if (change === undefined) return undefined;
  const enabled = isObject(change) ? flag(change, 'enable_identity_key_check') : undefined;
  return enabled ?? refuse(100, 'The parameter user_identity_change[enable_identity_key_check] is required.');
}

/** Settings that a call does not name stay as they are. */
function changeCalling(
  { world, directory: { numbers }, webhooks }: Emulator,
  { id, wabaId, callSettings }: BusinessNumber,
  calling: ChangedCalling,
): void {
  const changed = { ...callSettings, ...calling } as JsonObject;
  numbers.change(id, { callSettings: changed });
  const value = {
    messaging_product: 'whatsapp',
    timestamp: String(world.clock.seconds()),
    type: 'PHONE_NUMBER_SETTINGS',
    phone_number_settings: { phone_number_id: id, calling: changed },
  } satisfies AccountSettingsChange;
  webhooks.send({ wabaId, numberId: id, field: 'account_settings_update', value });
}
