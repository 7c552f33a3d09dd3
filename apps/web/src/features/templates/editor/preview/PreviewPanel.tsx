import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAllows, useOpenWorkspace } from '../../../../data/use-workspace.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Segmented } from '../../../../ui/fields/Segmented.tsx';
import { TemplateBubble } from '../../../../whatsapp/bubble/TemplateBubble.tsx';
import { PhoneFrame } from '../../../../whatsapp/PhoneFrame.tsx';
import { drawTemplate } from '../../../../whatsapp/template/draw-template.ts';
import { baseOf } from '../../../../whatsapp/template/phone-words.ts';
import { editorMessages } from '../messages.ts';
import { contactQuery } from '../queries.ts';
import { useEditor, type WrittenLanguage } from '../state/editor-context.ts';
import { useLanguageName } from '../use-language-name.ts';
import { ContactPicker } from './ContactPicker.tsx';
import { Legend } from './Legend.tsx';
import { shownValue } from './shown-values.ts';
import { useFiles } from '../../preview/use-files.ts';

/** The message on a phone, with samples or with what a real contact would get, in the language that they would get. */
export function PreviewPanel() {
  const t = useT(editorMessages);
  const { editor, category, language, source, others } = useEditor();
  const mayPick = useAllows()('contacts.read');
  const workspace = useOpenWorkspace();
  const nameOf = useLanguageName();
  const [theme, setTheme] = useState<'light' | 'dark'>('light');
  const [wanted, setWanted] = useState<string | null>(null);
  const [contactId, setContactId] = useState<string | null>(null);
  const { data } = useQuery({ ...contactQuery(contactId ?? ''), enabled: contactId !== null });
  const contact = contactId === null ? null : (data ?? null);
  const written = [{ language, content: editor.content }, ...others];
  const theirs = contact?.language ? languageFor(contact.language, written) : null;
  const offered = written.filter((each) => [language, source?.language, theirs].includes(each.language));
  const shown = offered.find((each) => each.language === (wanted ?? theirs)) ?? offered[0]!;
  const fileFor = useFiles(shown.content);
  const message = drawTemplate({
    category,
    language: shown.language,
    components: shown.content.components,
    valueFor: (place) => shownValue(shown.content, contact, { place, language: shown.language }),
    fileFor,
  });
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Segmented
          label={t('phoneTheme')}
          value={theme}
          onChange={setTheme}
          choices={[
            { value: 'light', label: t('light') },
            { value: 'dark', label: t('dark') },
          ]}
        />
        {offered.length > 1 && (
          <Segmented
            label={t('previewLanguage')}
            value={shown.language}
            onChange={setWanted}
            choices={offered.map((each) => ({ value: each.language, label: each.language }))}
          />
        )}
      </div>
      {mayPick && (
        <ContactPicker
          contactId={contactId}
          onChange={(next) => {
            setContactId(next);
            setWanted(null);
          }}
        />
      )}
      {contact?.language && (
        <p className="text-sm text-ink-2">
          {theirs === null
            ? t('lacksTheirs', { language: nameOf(contact.language) })
            : t('getsTheirs', { language: nameOf(theirs) })}
        </p>
      )}
      <PhoneFrame
        business={workspace?.name ?? ''}
        theme={theme}
        language={message.language}
        label={t('previewLabel')}
      >
        <TemplateBubble
          // Another language folds anew.
          key={message.language}
          message={message}
          marked
        />
      </PhoneFrame>
      <Legend withContact={contact !== null} />
    </div>
  );
}

/** Their own, or its nearest form, as is decided when sending; null when somebody else’s has to stand in. */
function languageFor(theirs: string, written: readonly WrittenLanguage[]): string | null {
  const found =
    written.find(({ language }) => language === theirs) ??
    written.find(({ language }) => baseOf(language) === baseOf(theirs));
  return found?.language ?? null;
}
