import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { getCustomer } from '#endpoints/customers.ts';
import { ask } from '../../api.ts';
import { useFormat, useWords } from '../../language.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { PageLink } from '../../parts/PageLink.tsx';
import { useMay } from '../../shell/me.ts';
import { Desk } from '../desk/Desk.tsx';
import { Marks } from '../rights/Marks.tsx';
import { Rights } from '../rights/Rights.tsx';
import { Contracts } from './Contracts.tsx';
import { CustomerTies } from './CustomerTies.tsx';
import { Permissions } from './Permissions.tsx';
import { standingOf } from './shown-customer.ts';
import { Timeline } from './Timeline.tsx';
import { CUSTOMER_WORDS } from './words.ts';

export function CustomerPage() {
  const words = useWords(CUSTOMER_WORDS);
  const { customerId } = useParams({ from: '/house/customer/$customerId' });
  const { data, error, refetch } = useQuery(ask(getCustomer, { params: { customerId } }));
  const format = useFormat(data?.currency);
  const protects = useMay('dataProtection');
  const serves = useMay('agent', 'headOfCare', 'touchpointManager');
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const standing = { ...standingOf(data.contracts), since: data.customerSince, asOf: data.asOf };
  const facts = [
    ...(data.customerSince === null ? [`${words.since}: ${words.unknown}`] : []),
    `${words.segment}: ${data.segment ?? words.unknown}`,
    `${words.region}: ${data.region ?? words.unknown}`,
  ];
  return (
    <Stack gap="xl">
      <Stack gap="xs">
        <PageLink to="/customer" size="sm">
          {words.back}
        </PageLink>
        <Title>{words.title(data.customerId)}</Title>
        <Text size="lg">{words.answer(standing, format)}</Text>
        <Text className="soft">{facts.join(' · ')}</Text>
        <Marks restricted={data.restricted} objection={data.objection} />
      </Stack>
      {serves && <Desk givenCents={data.givenCents} contactPerson={data.contactPerson} format={format} />}
      <Contracts contracts={data.contracts} format={format} />
      <CustomerTies customerId={customerId} format={format} />
      <Permissions consent={data.consent} />
      <Timeline events={data.events} format={format} />
      {protects && <Rights key={customerId} customerId={customerId} />}
    </Stack>
  );
}
