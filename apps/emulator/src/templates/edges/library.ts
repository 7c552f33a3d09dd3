import type { Call, Edges } from '../../graph/call.ts';
import { pageOf } from '../../graph/cursors.ts';
import { authenticationTexts } from '../authentication-texts.ts';
import { readBoolean, readInteger, readText, readWord } from '../checks/reading.ts';
import { parsed, readDraft, readLanguage, required } from '../checks/request.ts';
import { createTemplate } from '../create.ts';
import { editTemplate } from '../edit.ts';
import { searchLibrary } from '../library/library.ts';
import type { Templates } from '../templates.ts';

const access = 'whatsapp_business_management';

/** Ready-made texts, and authentication templates in many languages at once. */
export const libraryEdges = (templates: Templates): Edges => ({
  'GET root/message_template_library': {
    access,
    answer: (call: Call) => pageOf(searchLibrary(call.params), call, { path: 'message_template_library' }),
  },
  'GET waba/message_template_previews': {
    access,
    answer: ({ params }: Call) => ({ data: previews(params) }),
  },
  'POST waba/upsert_message_templates': {
    access,
    answer: ({ node, params }: Call) => ({ data: upsert(templates, node.id, params) }),
  },
});

function languagesOf(value: unknown): string[] {
  const list: unknown = parsed(value);
  const codes = Array.isArray(list) ? list : readText(list, 'languages').split(',');
  return codes.map((code) => readLanguage(typeof code === 'string' ? code.trim() : code));
}

function previews(params: Record<string, unknown>) {
  readWord(required(params, 'category'), ['AUTHENTICATION'], 'category');
  const advice =
    params.add_security_recommendation !== undefined &&
    readBoolean(params.add_security_recommendation, 'add_security_recommendation');
  const minutes = params.code_expiration_minutes;
  return languagesOf(params.languages ?? 'en_US').map((language) => {
    const texts = authenticationTexts(language);
    return {
      language,
      body: advice ? `${texts.code} ${texts.advice}` : texts.code,
      ...(minutes !== undefined && { footer: texts.expiry(readInteger(minutes, 'code_expiration_minutes')) }),
      ...(params.button_types !== undefined && {
        buttons: [{ text: texts.copy, autofill_text: texts.autofill }],
      }),
    };
  });
}

/** One request for all languages; what exists is edited. Meta offers this for authentication alone. */
function upsert(templates: Templates, wabaId: string, params: Record<string, unknown>) {
  readWord(required(params, 'category'), ['AUTHENTICATION'], 'category');
  const drafts = languagesOf(required(params, 'languages')).map((language) =>
    readDraft({ ...params, language }),
  );
  return drafts.map((draft) => {
    const existing = templates.find(wabaId, draft.name, draft.language);
    const { id, language, status } = existing
      ? editTemplate(templates, existing, {
          components: params.components,
          message_send_ttl_seconds: params.message_send_ttl_seconds,
        })
      : createTemplate(templates, wabaId, draft);
    return { id, language, status };
  });
}
