import { useQuery } from '@tanstack/react-query';
import type { Format } from '#domain/format.ts';
import { getCustomerTies } from '#endpoints/customers.ts';
import { ask } from '../../api.ts';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useMay } from '../../shell/me.ts';
import { FourLoyalties } from './FourLoyalties.tsx';
import { Promises } from './Promises.tsx';

interface CustomerTiesProps {
  readonly customerId: string;
  readonly objection: boolean;
  readonly format: Format;
}

/** Promises and the four loyalties, which come a moment after the contracts. */
export function CustomerTies({ customerId, objection, format }: CustomerTiesProps) {
  const { data, error, refetch } = useQuery(ask(getCustomerTies, { params: { customerId } }));
  const leads = useMay('headOfCare', 'touchpointManager');
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading rows={1} />;
  const { promises, loyalties } = data;
  return (
    <>
      <Promises promises={promises} format={format} />
      {(loyalties !== null || (leads && objection)) && <FourLoyalties loyalties={loyalties} format={format} />}
    </>
  );
}
