import { BlockCard } from '../blocks/BlockCard.tsx';
import type { Contact } from '../queries.ts';
import { ConsentCard } from './ConsentCard.tsx';
import { DetailsCard } from './DetailsCard.tsx';
import { IdentitiesCard } from './IdentitiesCard.tsx';
import { MergesCard } from './MergesCard.tsx';
import { OwnFieldsCard } from './OwnFieldsCard.tsx';

interface FactsColumnProps {
  contact: Contact;
  mayManage: boolean;
}

export function FactsColumn({ contact, mayManage }: FactsColumnProps) {
  return (
    <>
      <DetailsCard contact={contact} mayManage={mayManage} />
      <OwnFieldsCard contact={contact} mayManage={mayManage} />
      <ConsentCard contactId={contact.contactId} />
      <BlockCard contactId={contact.contactId} />
      <IdentitiesCard contact={contact} />
      <MergesCard contact={contact} mayManage={mayManage} />
    </>
  );
}
