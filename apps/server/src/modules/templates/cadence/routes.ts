import { contract } from '@trikon/contract';
import { workspaceRoutes, type Route } from '../../../platform/http/index.ts';
import { addOccasion, removeOccasion } from './occasions.ts';
import { getCadence } from './overview.ts';
import { finishReminder } from './reminders.ts';
import { updateCare } from './settings.ts';

export const cadenceRoutes = (): Route[] =>
  workspaceRoutes('templateCadence', contract.templateCadence, {
    get: ({ tx }) => getCadence(tx),
    update: ({ tx, input }) => updateCare(tx, input),
    addOccasion: ({ tx, input }) => addOccasion(tx, input),
    removeOccasion: ({ tx, input }) => removeOccasion(tx, input.occasionId),
    finishReminder: ({ tx, input }) => finishReminder(tx, input.reminderId),
  });
