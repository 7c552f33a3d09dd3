import { useQuery } from '@tanstack/react-query';
import { chooseLanguage } from '@trikon/contract/template-rules';
import { useState } from 'react';
import { useAllows, useOpenWorkspace } from '../../../../data/use-workspace.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Segmented } from '../../../../ui/fields/Segmented.tsx';
import { TemplateBubble } from '../../../../whatsapp/bubble/TemplateBubble.tsx';
import { PhoneFrame } from '../../../../whatsapp/PhoneFrame.tsx';
import { drawTemplate } from '../../../../whatsapp/template/draw-template.ts';
import { editorMessages } from '../messages.ts';
import { contactQuery, languageOrderQuery } from '../queries.ts';
import { useEditor } from '../state/editor-context.ts';
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
  const { data: order = [] } = useQuery(languageOrderQuery);
  const nameOf = useLanguageName();
  const [theme, setTheme] = useState<'light' | 'dark'>('light');
  const [wanted, setWanted] = useState<string | null>(null);
  const [contactId, setContactId] = useState<string | null>(null);
  const { data } = useQuery({ ...contactQuery(contactId ?? ''), enabled: contactId !== null });
  const contact = contactId === null ? null : (data ?? null);
  const written = [{ language, content: editor.content }, ...others];
  const choice = contact && chooseLanguage(written, contact.language, order);
  const theirs = choice?.language ?? null;
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
      {choice && contact?.language && (
        <p className="text-sm text-ink-2">
          {choice.because === 'contact'
            ? t('getsTheirs', { language: nameOf(choice.language) })
            : t('lacksTheirs', { own: nameOf(contact.language), language: nameOf(choice.language) })}
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
