import { useQuery } from '@tanstack/react-query';
import type { Format } from '#domain/format.ts';
import { getCustomerLoyalties, getCustomerTies } from '#endpoints/customers.ts';
import { ask } from '../../api.ts';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useMay } from '../../shell/me.ts';
import { ContactPersons } from './ContactPersons.tsx';
import { FourLoyalties } from './FourLoyalties.tsx';
import { Promises } from './Promises.tsx';

interface PartProps {
  readonly customerId: string;
  readonly format: Format;
}

function Loyalties({ customerId, format }: PartProps) {
  const { data, error, refetch } = useQuery(ask(getCustomerLoyalties, { params: { customerId } }));
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading rows={1} />;
  return <FourLoyalties loyalties={data.loyalties} format={format} />;
}

/** What comes a moment after the contracts: promises, contact persons, and for those in charge the four loyalties. */
export function CustomerTies({ customerId, format }: PartProps) {
  const { data, error, refetch } = useQuery(ask(getCustomerTies, { params: { customerId } }));
  const leads = useMay('headOfCare', 'touchpointManager');
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading rows={1} />;
  return (
    <>
      <Promises promises={data.promises} format={format} />
      <ContactPersons history={data.contactPersons} format={format} />
      {leads && <Loyalties customerId={customerId} format={format} />}
    </>
  );
}
