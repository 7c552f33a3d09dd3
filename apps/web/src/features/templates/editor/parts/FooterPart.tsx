import { templateLimits } from '@trikon/contract/template-rules';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/actions/Button.tsx';
import { TextField } from '../../../../ui/fields/TextField.tsx';
import { baseOf } from '../../../../whatsapp/template/phone-words.ts';
import { dropPart, find, pathOf, putPart } from '../content/components.ts';
import { keeps, typed } from '../content/typed.ts';
import { InsertMenu } from '../inserts/InsertMenu.tsx';
import { editorMessages } from '../messages.ts';
import { optOutWords } from '../opt-out-words.ts';
import { useEditor } from '../state/editor-context.ts';
import { EditorField } from './EditorField.tsx';
import { PartCard } from './PartCard.tsx';

export function FooterPart() {
  const t = useT(editorMessages);
  const { editor, category, language, readOnly, source } = useEditor();
  const { content, change } = editor;
  const text = find(content.components, 'FOOTER')?.text ?? '';
  const optOut = optOutWords[baseOf(language)];
  const set = (words: string) =>
    change('footer', (now) =>
      words === '' ? dropPart(now, 'FOOTER') : putPart(now, { type: 'FOOTER', text: words }),
    );
  return (
    <PartCard title={t('footer')}>
      <EditorField
        path={`${pathOf(content, 'FOOTER')}.text`}
        label={t('footerText')}
        hideLabel
        help={t('footerHelp')}
        count={{ text, most: templateLimits.footer }}
        source={source ? (find(source.content.components, 'FOOTER')?.text ?? '') : undefined}
      >
        <TextField
          readOnly={readOnly}
          lang={language.replace('_', '-')}
          dir="auto"
          value={text}
          onChange={(words) => set(typed(words, keeps.footer))}
        />
      </EditorField>
      {!readOnly && text === '' && (
        <div>
          <InsertMenu place="footer" onPick={set} />
        </div>
      )}
      {category === 'MARKETING' && text === '' && optOut && !readOnly && (
        <Button size="small" className="justify-self-start whitespace-normal" onClick={() => set(optOut)}>
          {t('addOptOut', { words: optOut })}
        </Button>
      )}
    </PartCard>
  );
}
