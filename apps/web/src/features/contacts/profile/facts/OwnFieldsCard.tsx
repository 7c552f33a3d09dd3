import { useQuery } from '@tanstack/react-query';
import { useAllows } from '../../../../data/use-workspace.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Link } from '../../../../ui/actions/Link.tsx';
import { Card } from '../../../../ui/display/Card.tsx';
import { SkeletonLines } from '../../../../ui/feedback/SkeletonLines.tsx';
import { ownFieldsQuery, type Contact, type FieldValue, type OwnField } from '../queries.ts';
import { EditableFact } from './EditableFact.tsx';
import { factMessages } from './messages.ts';
import { useOwnFieldControl, valueOf } from './own-field-control.ts';
import { OwnValue } from './OwnValue.tsx';
import { useSaveFact } from './use-save-fact.ts';

interface OwnFieldsCardProps {
  contact: Contact;
  mayManage: boolean;
}

/** What this workspace notes of its contacts; archived fields only where something stands in them. */
export function OwnFieldsCard({ contact, mayManage }: OwnFieldsCardProps) {
  const t = useT(factMessages);
  const mayConfigure = useAllows()('contacts.configure');
  const save = useSaveFact(contact.contactId);
  const controlOf = useOwnFieldControl();
  const { data: fields } = useQuery(ownFieldsQuery);
  const shown = fields?.filter(({ key, archivedAt }) => archivedAt === null || key in contact.fields);
  if (shown?.length === 0 && !mayConfigure) return null;
  return (
    <Card
      title={t('ownFields')}
      actions={
        mayConfigure && (
          <Link to="/contacts/fields" className="text-sm">
            {t('setUpFields')}
          </Link>
        )
      }
    >
      {shown === undefined && <SkeletonLines lines={3} />}
      {shown?.length === 0 && <p className="text-body text-ink-2">{t('noFields')}</p>}
      {shown && shown.length > 0 && (
        <dl className="-my-1">
          {shown.map((field) => {
            const value = contact.fields[field.key];
            return (
              <EditableFact
                key={field.fieldId}
                label={field.name}
                shown={value === undefined ? null : <OwnValue kind={field.kind} value={value} />}
                text={textOf(field, value)}
                control={controlOf(field)}
                mayEdit={mayManage && field.archivedAt === null}
                save={(text) => save({ fields: { [field.key]: valueOf(field, text) } })}
              />
            );
          })}
        </dl>
      )}
    </Card>
  );
}

/** As people type it: the day first. */
function textOf({ kind }: OwnField, value: FieldValue | undefined): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.join('\n');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = String(value);
  return kind === 'date' ? text.split('-').toReversed().join('/') : text;
}
