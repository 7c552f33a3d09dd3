import { defineMessages } from '../../i18n/define-messages.ts';

/** The few words that are needed before the feature's pages are: in the rail, the palette and the tab. */
export const teamPlaceMessages = defineMessages('team-places', {
  en: {
    title: 'Team',
    roles: 'Roles',
    invite: 'Invite someone',
    newRole: 'New role',
    group: 'Team',
  },
  hi: {
    title: 'टीम',
    roles: 'भूमिकाएँ',
    invite: 'किसी को बुलाएँ',
    newRole: 'नई भूमिका',
    group: 'टीम',
  },
});
