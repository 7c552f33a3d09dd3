import { defineMessages } from '../../../i18n/define-messages.ts';

export const editorPlaceMessages = defineMessages('template-editor-places', {
  en: { fresh: 'New template', edit: 'Edit' },
  hi: { fresh: 'नया टेम्पलेट', edit: 'बदलें' },
});
