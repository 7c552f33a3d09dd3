import type { OwnerAction, ThingAction } from '../../phones/actions.ts';
import { fail } from '../../phones/acts/stage.ts';
import type { AppActs, Shop } from '../stage.ts';

type Actions =
  | Extract<OwnerAction, { type: 'answer-connect' | 'disconnect-platform' | 'link-device' | 'unlink-device' }>
  | Extract<ThingAction, { type: 'change-phone' | 'change-device' }>;

const mostDevices = 4;

/** What the owner decides about the phone itself: its companions, and what the platform may do. */
export function ownerKeeping({ apps, platform, messages }: Shop): AppActs<Actions> {
  return {
    'answer-connect'({ number }, { accept, shareHistory }) {
      platform.answer(number.id, { accept, shareHistory });
      return {};
    },
    'disconnect-platform'({ number }) {
      platform.leave(number.id);
      return {};
    },
    /** Linking a companion once more is using it. */
    'link-device'({ app }, { name }) {
      const refusal = platform.refusalOfDevice(app.id, name);
      if (refusal !== null) fail(refusal, 409);
      const others = app.devices.filter((device) => device.name !== name);
      if (others.length >= mostDevices) fail(`At most ${mostDevices} devices can be linked.`, 409);
      const known = app.devices.find((device) => device.name === name);
      const id = known?.id ?? messages.emulator.world.ids.next();
      apps.all.change(app.id, { devices: [...others, { id, name, lastActiveAt: messages.now }] });
      return {};
    },
    'unlink-device'({ app }, { device }) {
      if (!app.devices.some(({ id }) => id === device)) fail(`There is no device ${device}.`, 404);
      apps.all.change(app.id, { devices: app.devices.filter(({ id }) => id !== device) });
      return {};
    },
    'change-phone'({ app, number }, { settings: { name, language, online } }) {
      if (typeof name === 'string' && name.trim() !== '')
        messages.emulator.directory.numbers.change(number.id, { verifiedName: name.trim() });
      apps.all.change(app.id, {
        ...((language === 'en' || language === 'hi') && { language }),
        ...(typeof online === 'boolean' && { online }),
      });
      return {};
    },
    'change-device'({ number }) {
      platform.registerAnew(number.id);
      return {};
    },
  };
}
