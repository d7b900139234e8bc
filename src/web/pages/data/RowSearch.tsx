import { Button, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { findRows } from '#endpoints/lineage.ts';
import { ask } from '../../api.ts';
import { useFormat, useLanguage, useWords } from '../../language.tsx';
import { Failure } from '../../parts/Failure.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { RowOrigin } from './RowOrigin.tsx';
import { ROW_WORDS } from './row-words.ts';
import type { Inventory } from './states.ts';

interface Sought {
  readonly table: string;
  readonly customer: string;
  readonly contract: string;
}

function Rows({ table, customer, contract }: Sought) {
  const words = useWords(ROW_WORDS);
  const format = useFormat();
  const { language } = useLanguage();
  const query = { customer, contract, language };
  const { data, error, refetch } = useQuery(ask(findRows, { params: { table }, query }));
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loading rows={2} />;
  const { foundBy, columns, rows, more, withheld } = data;
  return (
    <Stack gap="md">
      <Stack gap={4} role="status">
        <Text size="lg">
          {rows.length === 0 && withheld === 0 ? words.none : words.found(format.count(rows.length), rows.length === 1)}{' '}
          {more && words.more}
        </Text>
        {withheld > 0 && <Text>{words.withheld(format.count(withheld), withheld === 1)}</Text>}
        {foundBy === 'holder' && rows.length > 0 && <Text className="soft">{words.holder}</Text>}
        {rows.some(({ counted }) => counted === 'record') && <Text className="soft">{words.recordNote}</Text>}
      </Stack>
      {rows.map((row) => (
        <RowOrigin key={`${row.importId} ${row.file} ${row.place}`} columns={columns} row={row} />
      ))}
    </Stack>
  );
}

const NAMES_CUSTOMERS = /(^|_)customer_id(_|$)|^contract_id$|^case_id$/;

/** Tables that hold rows of customers. */
const findable = ({ tables }: Inventory) =>
  tables.filter(
    ({ rows, exportable, columns }) => rows > 0 && exportable && columns.some(({ name }) => NAMES_CUSTOMERS.test(name)),
  );

/** From the number of a customer or contract to the lines of the files that their rows came from. */
export function RowSearch({ inventory }: { readonly inventory: Inventory }) {
  const words = useWords(ROW_WORDS);
  const search = useSearch({ from: '/house/data' });
  const navigate = useNavigate();
  const tables = findable(inventory);
  const known = tables.find(({ name }) => name === search.table) ?? tables[0];
  const [customer, setCustomer] = useState(search.customer ?? '');
  const [contract, setContract] = useState(search.contract ?? '');
  if (known === undefined) return <Text>{words.noTables}</Text>;
  const go = (table: string) => {
    const numbers = { customer: customer.trim(), contract: contract.trim() };
    const given = Object.fromEntries(Object.entries(numbers).filter(([, number]) => number !== ''));
    void navigate({ to: '/data', search: { view: 'rows', table, ...given } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go(known.name);
  };
  const sought = { table: known.name, customer: search.customer ?? '', contract: search.contract ?? '' };
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <Title order={2} size="h3">
          {words.title}
        </Title>
        <Text>{words.lead}</Text>
      </Stack>
      <Stack gap="xs" component="form" onSubmit={submit} role="search">
        <Group align="flex-end">
          <TextInput
            label={words.customer}
            value={customer}
            onChange={(event) => setCustomer(event.currentTarget.value)}
            flex="1 1 180px"
            maw={280}
          />
          <TextInput
            label={words.contract}
            value={contract}
            onChange={(event) => setContract(event.currentTarget.value)}
            flex="1 1 180px"
            maw={280}
          />
          <NativeSelect
            label={words.table}
            value={known.name}
            onChange={(event) => go(event.currentTarget.value)}
            data={tables.map(({ name }) => name)}
          />
          <Button type="submit">{words.submit}</Button>
        </Group>
        <Text size="sm" className="soft">
          {words.either}
        </Text>
      </Stack>
      {(sought.customer !== '' || sought.contract !== '') && <Rows {...sought} />}
    </Stack>
  );
}
