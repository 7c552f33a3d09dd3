import { templateLimits } from '@trikon/contract/template-rules';
import { useT } from '../../../../i18n/use-t.ts';
import { Field } from '../../../../ui/fields/Field.tsx';
import { Select } from '../../../../ui/fields/Select.tsx';
import { dropPart, find, pathOf, putPart, type HeaderFormat } from '../content/components.ts';
import { changeUse } from '../content/edit-variables.ts';
import { keeps } from '../content/typed.ts';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../state/editor-context.ts';
import { EditorField } from './EditorField.tsx';
import { MediaField } from './MediaField.tsx';
import { PartCard } from './PartCard.tsx';
import { TextEditor } from './TextEditor.tsx';

const formats: HeaderFormat[] = ['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT', 'GIF', 'LOCATION', 'PRODUCT'];

export function HeaderPart() {
  const t = useT(editorMessages);
  const { editor, category, readOnly, source } = useEditor();
  const { content, change } = editor;
  const header = find(content.components, 'HEADER');
  const from = source && find(source.content.components, 'HEADER');
  const path = pathOf(content, 'HEADER');
  const choices = formats.filter((format) => format !== 'GIF' || category === 'MARKETING');
  const choose = (format: HeaderFormat | 'NONE') =>
    change('header kind', (now) => {
      if (format === 'NONE') return dropPart(now, 'HEADER');
      return putPart(
        now,
        format === 'TEXT' ? { type: 'HEADER', format, text: '' } : { type: 'HEADER', format },
      );
    });
  return (
    <PartCard title={t('header')} help={t('headerHelp')}>
      <div data-field={path === 'components' ? undefined : path}>
        <Field label={t('headerKind')}>
          <Select
            disabled={readOnly}
            value={header?.format ?? 'NONE'}
            onChange={choose}
            options={[
              { value: 'NONE', label: t('NONE') },
              ...choices.map((value) => ({ value, label: t(value) })),
            ]}
          />
        </Field>
      </div>
      {header?.format === 'TEXT' && (
        <EditorField
          path={`${path}.text`}
          label={t('headerText')}
          count={{ text: header.text, most: templateLimits.header }}
          source={from?.format === 'TEXT' ? from.text : undefined}
        >
          <TextEditor
            value={header.text}
            keep={keeps.header}
            rows={1}
            rich={false}
            onChange={(text) =>
              change('header', (now) => putPart(now, { type: 'HEADER', format: 'TEXT', text }))
            }
            onUse={(name, origin) =>
              change('header', (now) => changeUse(now, `header.${name}`, { source: origin }))
            }
          />
        </EditorField>
      )}
      {header && isFile(header.format) && <MediaField place="header" format={header.format} />}
      {header?.format === 'LOCATION' && <p className="text-sm text-ink-2">{t('locationHelp')}</p>}
      {header?.format === 'PRODUCT' && <p className="text-sm text-ink-2">{t('productHelp')}</p>}
    </PartCard>
  );
}

type FileFormat = 'IMAGE' | 'VIDEO' | 'DOCUMENT' | 'GIF';

const isFile = (format: HeaderFormat): format is FileFormat =>
  ['IMAGE', 'VIDEO', 'DOCUMENT', 'GIF'].includes(format);
