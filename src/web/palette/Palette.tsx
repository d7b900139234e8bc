import { Spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { findCustomers } from '#endpoints/customers.ts';
import { ask } from '../api.ts';
import { useWords } from '../language.tsx';
import { useAuditInView, usePresentation } from '../parts/audit-in-view.ts';
import { useMay, useMe } from '../shell/me.ts';
import { placesFor } from '../shell/navigation.ts';
import { SHELL_WORDS } from '../shell/words.ts';
import { matching } from './matching.ts';
import { PALETTE_WORDS } from './words.ts';

interface Entry {
  readonly key: string;
  readonly label: string;
  readonly note: string;
  readonly go: () => void;
}

function usePages(): readonly Entry[] {
  const { places } = useWords(SHELL_WORDS);
  const navigate = useNavigate();
  const me = useMe();
  return placesFor(me.roles).map(({ path, name }) => ({
    key: path,
    label: places[name],
    note: '',
    go: () => void navigate({ to: path }),
  }));
}

function useFindings(): readonly Entry[] {
  const navigate = useNavigate();
  const { id } = useAuditInView();
  const { data } = usePresentation(id);
  return (data?.checks ?? []).map(({ id: check, reference, question, outcomeText }) => ({
    key: `${check} ${reference}`,
    label: question,
    note: outcomeText,
    go: () => void navigate({ to: '/finding/$check', params: { check }, search: { reference } }),
  }));
}

function useCustomers(typed: string): readonly Entry[] {
  const navigate = useNavigate();
  const may = useMay('touchpointManager', 'headOfCare', 'agent', 'dataProtection');
  const search = useDeferredValue(typed.trim());
  const { data } = useQuery({ ...ask(findCustomers, { query: { search } }), enabled: may && search !== '' });
  if (search === '') return [];
  return (data?.customerIds ?? []).map((customerId) => ({
    key: customerId,
    label: customerId,
    note: '',
    go: () => void navigate({ to: '/customer/$customerId', params: { customerId } }),
  }));
}

function Entries({ title, entries, onGone }: { title: string; entries: readonly Entry[]; onGone: () => void }) {
  if (entries.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={title}>
      {entries.map(({ key, label, note, go }) => (
        <Spotlight.Action
          key={key}
          label={label}
          description={note}
          onClick={() => {
            onGone();
            go();
          }}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}

interface PaletteProps {
  readonly onClose: () => void;
  readonly onTour: () => void;
}

/** Pages, findings and customers by number, reached by typing. */
export function Palette({ onClose, onTour }: PaletteProps) {
  const words = useWords(PALETTE_WORDS);
  const [typed, setTyped] = useState('');
  const tour = { key: 'tour', label: words.tour, note: '', go: onTour };
  const pages = matching([...usePages(), tour], typed);
  const findings = matching(useFindings(), typed);
  const customers = useCustomers(typed);
  const none = pages.length + findings.length + customers.length === 0;
  return (
    <Spotlight.Root
      forceOpened
      shortcut={null}
      query={typed}
      onQueryChange={setTyped}
      onSpotlightClose={onClose}
      scrollable
      maxHeight={420}
    >
      <Spotlight.Search placeholder={words.placeholder} aria-label={words.placeholder} />
      <Spotlight.ActionsList>
        <Entries title={words.customers} entries={customers} onGone={onClose} />
        <Entries title={words.pages} entries={pages} onGone={onClose} />
        <Entries title={words.findings} entries={findings} onGone={onClose} />
        {none && <Spotlight.Empty>{words.nothing}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
