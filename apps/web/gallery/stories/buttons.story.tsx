import { Plus, Send, Trash2, Ellipsis } from 'lucide-react';
import { Button } from '../../src/ui/actions/Button.tsx';
import { ButtonLink } from '../../src/ui/actions/ButtonLink.tsx';
import { CopyField } from '../../src/ui/actions/CopyField.tsx';
import { IconButton } from '../../src/ui/actions/IconButton.tsx';
import { Kbd } from '../../src/ui/actions/Kbd.tsx';
import { Link } from '../../src/ui/actions/Link.tsx';

const row = 'flex flex-wrap items-center gap-3';

export const stories = {
  tones: () => (
    <div className="grid gap-4">
      {(['primary', 'plain', 'quiet', 'danger'] as const).map((tone) => (
        <div key={tone} className={row}>
          <Button tone={tone}>Save changes</Button>
          <Button tone={tone} icon={tone === 'danger' ? Trash2 : Plus}>
            {tone === 'danger' ? 'Remove 3 members' : 'Invite'}
          </Button>
          <Button tone={tone} busy>
            Saving
          </Button>
          <Button tone={tone} disabled>
            Save changes
          </Button>
          <Button tone={tone} size="small">
            Small
          </Button>
        </div>
      ))}
    </div>
  ),
  hindi: () => (
    <div lang="hi" className={row}>
      <Button tone="primary" icon={Send}>
        सबको भेजें
      </Button>
      <Button>बाद में भेजें</Button>
      <Button tone="quiet">रहने दें</Button>
    </div>
  ),
  icons: () => (
    <div className={row}>
      <IconButton icon={Ellipsis} label="More actions" />
      <IconButton icon={Trash2} label="Remove" tone="plain" keys="shift+x" />
      <IconButton icon={Plus} label="Add" size="small" />
      <Kbd keys="mod+k" />
      <Kbd keys="g h" />
      <Kbd keys="shift+enter" />
    </div>
  ),
  links: () => (
    <div className={row}>
      <p>
        Read <Link to="/">how a number is verified</Link> before you start.
      </p>
      <ButtonLink to="/" tone="primary">
        Connect a number
      </ButtonLink>
      <ButtonLink to="/">See the guide</ButtonLink>
    </div>
  ),
  copy: () => (
    <div className="grid max-w-lg gap-6">
      <CopyField label="Address for webhooks" value="https://trikon.example/hooks/in/8f2c" />
      <CopyField label="API key" value="trk_live_9f8a7b6c5d4e3f2a1b0c" secret />
    </div>
  ),
};
