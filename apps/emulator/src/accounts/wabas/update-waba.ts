import type { Waba } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { refuse } from '../../graph/errors.ts';
import { flag, text } from '../reading.ts';
import { timezoneOf } from './timezone-ids.ts';

/** `POST /{account}`: its name and time zone, and the consent to insights, which cannot be taken back. */
export const updateWabaEdges = ({ directory: { wabas } }: Emulator): Edges => ({
  'POST waba': {
    access: 'whatsapp_business_management',
    answer({ node, params }: Call<Waba>) {
      const name = text(params, 'name', { min: 1, max: 100 });
      const timezone = readTimezone(text(params, 'timezone_id'));
      const insights = flag(params, 'is_enabled_for_insights');
      if (name === undefined && timezone === undefined && insights === undefined)
        refuse(100, 'The parameter name, timezone_id or is_enabled_for_insights is required.');
      if (insights === false) refuse(200006, 'Template insights cannot be disabled once they are enabled.');
      wabas.change(node.id, {
        ...(name !== undefined && { name }),
        ...(timezone !== undefined && { timezone }),
        ...(insights && { insightsEnabled: true }),
      });
      // Meta answers this one with the ID as a number.
      return insights === undefined ? { success: true } : { id: Number(node.id) };
    },
  },
});

function readTimezone(id: string | undefined): string | undefined {
  return id === undefined
    ? undefined
    : (timezoneOf(id) ?? refuse(100, 'Param timezone_id must be a valid time zone.'));
}
