import type { SecurityNotice } from '@trikon/whatsapp';
import type { BusinessNumber } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import { refuse } from '../../graph/errors.ts';
import { requiredText } from '../reading.ts';
import { hour, minute } from '../times.ts';

/** The six digits of two-step verification (Meta, "Two-step verification"). */
export interface Pin {
  /** Sets the first one, or refuses one that does not match. */
  prove(number: BusinessNumber, pin: string): void;
  change(number: BusinessNumber, pin: string): void;
  /** Turns two-step verification off, which only WhatsApp Manager can. */
  remove(number: BusinessNumber): void;
  tellOfReset(
    number: BusinessNumber,
    event: 'PIN_RESET_REQUEST' | 'PIN_REQUEST_SUCCESS',
    requester?: string,
  ): void;
}

export function createPin({ world, directory: { numbers }, webhooks }: Emulator): Pin {
  const setting = world.setting('pin', { freeGuesses: 3, pauseSeconds: 60, mostGuesses: 10, lockHours: 12 });
  const tell = ({ id, wabaId, phone }: BusinessNumber, event: SecurityNotice['event'], requester?: string) =>
    webhooks.send({
      wabaId,
      numberId: id,
      field: 'security',
      value: {
        display_phone_number: phone,
        event,
        ...(requester !== undefined && { requester }),
      } satisfies SecurityNotice,
    });

  function refuseGuessing({ pinGuesses }: BusinessNumber): void {
    if (!pinGuesses) return;
    const { freeGuesses, pauseSeconds, mostGuesses, lockHours } = setting.value;
    const { failures, last } = pinGuesses;
    const since = world.clock.now() - last;
    if (failures >= mostGuesses && since < lockHours * hour)
      refuse(
        133008,
        `Too many PIN guesses. Try again in ${Math.ceil((lockHours * hour - since) / minute)} minutes.`,
      );
    const pause = pauseSeconds * 1000 * 2 ** (failures - freeGuesses);
    if (failures >= freeGuesses && failures < mostGuesses && since < pause)
      refuse(133009, `PIN guessed too fast. Try again in ${Math.ceil((pause - since) / 1000)} seconds.`);
  }

  return {
    prove(number, pin) {
      if (number.pin !== undefined) refuseGuessing(number);
      if (number.pin === undefined || number.pin === pin) {
        numbers.change(number.id, { pin, pinGuesses: undefined });
        return;
      }
      const { failures = 0 } = number.pinGuesses ?? {};
      const before = failures >= setting.value.mostGuesses ? 0 : failures;
      numbers.change(number.id, { pinGuesses: { failures: before + 1, last: world.clock.now() } });
      refuse(133005, 'The two-step verification PIN does not match.');
    },
    change(number, pin) {
      numbers.change(number.id, { pin, pinGuesses: undefined });
      tell(number, 'PIN_CHANGED');
    },
    remove: ({ id }) => void numbers.change(id, { pin: undefined, pinGuesses: undefined }),
    tellOfReset: tell,
  };
}

export function readPin(params: Record<string, unknown>): string {
  const pin = requiredText(params, 'pin');
  return /^\d{6}$/.test(pin) ? pin : refuse(100, 'Param pin must be a string of 6 digits.');
}
