import type { Accounts } from '../accounts/accounts.ts';
import { flag, list, oneOf, optional, phone, readBody } from '../door/reading.ts';
import { WorldRefusal, type WorldRoutes } from '../door/world-door.ts';
import type { Emulator } from '../emulator.ts';
import { find } from './find.ts';
import { showNumber } from './overview-routes.ts';

/** What Meta decides about numbers: quality, names, badges, throughput, and whom test numbers reach. */
export function numberRoutes({ directory }: Emulator, accounts: Accounts): WorldRoutes {
  const { numbers } = directory;
  const { decisions, names, throughput } = accounts;
  return {
    'PATCH /world/numbers/:number'({ params, body }) {
      const number = find(numbers, 'number', params.number);
      const { id } = number;
      const given = readBody(body, {
        quality: optional(oneOf('GREEN', 'YELLOW', 'RED', 'UNKNOWN')),
        throughput: optional(oneOf('STANDARD', 'HIGH')),
        official: optional(flag),
        status: optional(
          oneOf('CONNECTED', 'FLAGGED', 'RESTRICTED', 'RATE_LIMITED', 'BANNED', 'DISCONNECTED'),
        ),
        mode: optional(oneOf('LIVE', 'SANDBOX')),
        allowedRecipients: optional(list(phone)),
      });
      if (given.quality !== undefined) decisions.setQuality(id, given.quality);
      if (given.throughput === 'HIGH') throughput.upgrade(id);
      if (given.throughput === 'STANDARD') numbers.change(id, { throughput: 'STANDARD' });
      if (given.official !== undefined) accounts.decideOfficial(number, given.official);
      const { status, mode, allowedRecipients } = given;
      if (status !== undefined) numbers.change(id, { status });
      if (mode !== undefined) numbers.change(id, { mode });
      if (allowedRecipients !== undefined) {
        if (allowedRecipients.length > 5)
          throw new WorldRefusal('allowedRecipients must be at most five numbers.');
        numbers.change(id, { allowedRecipients });
      }
      return showNumber(find(numbers, 'number', id));
    },
    'POST /world/numbers/:number/name-review'({ params, body }) {
      const { id } = find(numbers, 'number', params.number);
      const { decision, reason } = readBody(body, {
        decision: oneOf('APPROVED', 'DEFERRED', 'PENDING', 'REJECTED'),
        reason: optional(
          oneOf(
            'NAME_EMPLOYEE_ISSUE',
            'NAME_ENDCLIENT_NOTRELATED',
            'NAME_FORMAT_UNACCEPTABLE',
            'NAME_INDIVIDUAL_ISSUE',
            'NAME_NOT_CONSISTENT',
            'UNKNOWN',
          ),
        ),
      });
      names.decide(id, { decision, ...(reason !== undefined && { reason }) });
      return showNumber(find(numbers, 'number', id));
    },
    'DELETE /world/numbers/:number'({ params }) {
      decisions.deleteNumber(find(numbers, 'number', params.number).id);
      return {};
    },
  };
}
