import { Plus, Trash2 } from 'lucide-react';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/actions/Button.tsx';
import { IconButton } from '../../../../ui/actions/IconButton.tsx';
import { Checkbox } from '../../../../ui/fields/Checkbox.tsx';
import { TextField } from '../../../../ui/fields/TextField.tsx';
import { typed } from '../content/typed.ts';
import type { Button as TemplateButton } from '../content/components.ts';
import { codeMessages } from '../code-messages.ts';
import { useEditor } from '../state/editor-context.ts';
import { EditorField } from './EditorField.tsx';

type Otp = Extract<TemplateButton, { type: 'OTP' }>;

interface CodeAppsProps {
  otp: Otp;
  path: string;
  onChange: (change: Partial<Otp>) => void;
}

const none = { package_name: '', signature_hash: '' };

/** The Android apps that take the code by themselves. */
export function CodeApps({ otp, path, onChange }: CodeAppsProps) {
  const t = useT(codeMessages);
  const { readOnly } = useEditor();
  const apps = otp.supported_apps ?? [none];
  const put = (at: number, change: Partial<(typeof apps)[number]>) =>
    onChange({ supported_apps: apps.with(at, { ...apps[at]!, ...change }) });
  return (
    <div data-field={`${path}.supported_apps`} className="grid gap-3">
      {apps.map((app, at) => (
        <div
          // An app has nothing of its own but its place.
          key={apps.slice(0, at).length}
          className="grid items-start gap-3 sm:grid-cols-[1fr_11rem_auto]"
        >
          <EditorField path={`${path}.supported_apps.${at}.package_name`} label={t('package')}>
            <TextField
              readOnly={readOnly}
              value={app.package_name}
              placeholder="in.sharmasarees.app"
              onChange={(name) => put(at, { package_name: typed(name.trim(), 300) })}
            />
          </EditorField>
          <EditorField path={`${path}.supported_apps.${at}.signature_hash`} label={t('hash')}>
            <TextField
              readOnly={readOnly}
              value={app.signature_hash}
              onChange={(hash) => put(at, { signature_hash: typed(hash.trim(), 40) })}
            />
          </EditorField>
          {apps.length > 1 && !readOnly && (
            <IconButton
              icon={Trash2}
              label={t('removeApp')}
              className="sm:mt-6"
              onClick={() => onChange({ supported_apps: apps.toSpliced(at, 1) })}
            />
          )}
        </div>
      ))}
      {apps.length < 5 && !readOnly && (
        <Button
          size="small"
          icon={Plus}
          className="justify-self-start"
          onClick={() => onChange({ supported_apps: [...apps, none] })}
        >
          {t('addApp')}
        </Button>
      )}
      {otp.otp_type === 'ZERO_TAP' && (
        <EditorField path={`${path}.zero_tap_terms_accepted`} label={t('terms')} hideLabel>
          <Checkbox
            label={t('terms')}
            disabled={readOnly}
            checked={otp.zero_tap_terms_accepted === true}
            onChange={(zero_tap_terms_accepted) => onChange({ zero_tap_terms_accepted })}
          />
        </EditorField>
      )}
    </div>
  );
}
