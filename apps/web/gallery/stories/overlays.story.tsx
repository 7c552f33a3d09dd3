import { Copy, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../src/ui/actions/Button.tsx';
import { Field } from '../../src/ui/fields/Field.tsx';
import { TextField } from '../../src/ui/fields/TextField.tsx';
import { ConfirmDialog } from '../../src/ui/overlays/ConfirmDialog.tsx';
import { Dialog } from '../../src/ui/overlays/Dialog.tsx';
import { Drawer } from '../../src/ui/overlays/Drawer.tsx';
import { Menu } from '../../src/ui/overlays/Menu.tsx';
import { Popover } from '../../src/ui/overlays/Popover.tsx';
import { tip } from '../../src/ui/overlays/tip.ts';

function DialogStory() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Rename</Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Rename the segment"
        description="Campaigns that use it keep working."
      >
        <div className="grid gap-4">
          <Field label="Name">
            <TextField defaultValue="Diwali buyers, Surat" />
          </Field>
          <div className="flex justify-end">
            <Button tone="primary" onClick={() => setOpen(false)}>
              Rename
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}

function ConfirmStory() {
  const [open, setOpen] = useState(true);
  return (
    <>
      <Button tone="danger" onClick={() => setOpen(true)}>
        Delete the workspace
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title="Delete Roopkala Sarees"
        confirm="Delete for good"
        typeName="Roopkala Sarees"
        onConfirm={() => {}}
      >
        <p>
          <strong>12,480 contacts</strong>, 3,102 conversations and 14 templates go, for everyone, at once.
          Evidence that the law asks for is kept.
        </p>
      </ConfirmDialog>
    </>
  );
}

function DrawerStory() {
  const [open, setOpen] = useState(true);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Open</Button>
      <Drawer
        open={open}
        onOpenChange={setOpen}
        title="Meera Joshi"
        footer={<Button tone="primary">Message</Button>}
      >
        <p>Surat · last seen 3 min ago</p>
      </Drawer>
    </>
  );
}

const items = [
  [
    { label: 'Rename', icon: Pencil, keys: 'e', run: () => {} },
    { label: 'Duplicate', icon: Copy, run: () => {} },
  ],
  [{ label: 'Delete', icon: Trash2, danger: true, run: () => {} }],
];

export const stories = {
  dialog: DialogStory,
  confirm: ConfirmStory,
  drawer: DrawerStory,
  menu: () => (
    <Menu
      trigger={<Button icon={Ellipsis}>Actions</Button>}
      align="start"
      groups={items}
      heading="3 templates"
    />
  ),
  popover: () => (
    <Popover label="Why" trigger={<Button>Why was it not sent?</Button>} open>
      <p className="w-64">It is 9:40 pm in Surat. Promotions wait until 9 am, by the quiet-hours rule.</p>
    </Popover>
  ),
  tooltip: () => <Button {...tip({ text: 'Delivered to 1,204 of 1,240', keys: 'd' })}>Delivered</Button>,
};
