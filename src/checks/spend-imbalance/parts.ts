import type { Estimate } from '#statistics/estimate.ts';
import { type Chart, type Detail, quantity } from '../verdict.ts';
import type { Account, Base } from './account.ts';
import { scaled, sharesOf } from './parity.ts';

const exact = (value: number, low = value, high = value): Estimate => ({ value, low, high, level: 1 });

export function detailsOf(account: Account, base: Base | null, minimumCell: number): readonly Detail[] {
  const { acquisition, retention, save, mixed, forgoneForNewcomers, won, existing } = account;
  const { booked, full, withoutSave } = sharesOf(account);
  const most = Math.max(0, mixed);
  const details: Detail[] = [
    { key: 'winning', quantity: quantity(exact(acquisition, acquisition, acquisition + most), 'money/year') },
    {
      key: 'keeping',
      quantity: quantity(exact(retention + save, retention + save, retention + save + most), 'money/year'),
    },
  ];
  if (save !== 0) details.push({ key: 'saving', quantity: quantity(exact(save), 'money/year') });
  if (forgoneForNewcomers > 0)
    details.push({ key: 'forgone', quantity: quantity(exact(forgoneForNewcomers), 'money/year') });
  if (booked !== null) details.push({ key: 'keepShareBooked', quantity: quantity(booked, 'share') });
  if (full !== null) details.push({ key: 'keepShareFull', quantity: quantity(full, 'share') });
  if (base !== null) details.push({ key: 'broughtByExisting', quantity: quantity(exact(base.share), 'share') });
  if (base !== null && save !== 0 && withoutSave !== null)
    details.push({ key: 'parityWithoutSaving', quantity: quantity(scaled(withoutSave, 1 / base.share), 'ratio') });
  if (won >= minimumCell && existing >= minimumCell && retention + save > 0) {
    const perWon = exact(
      (acquisition + forgoneForNewcomers) / won,
      (acquisition + forgoneForNewcomers) / won,
      (acquisition + forgoneForNewcomers + most) / won,
    );
    const perExisting = exact(
      (retention + save) / existing,
      (retention + save) / existing,
      (retention + save + most) / existing,
    );
    details.push(
      { key: 'perNewcomer', quantity: quantity(perWon, 'money') },
      { key: 'perExisting', quantity: quantity(perExisting, 'money/year') },
      {
        key: 'perHeadRatio',
        quantity: quantity(
          exact(perWon.value / perExisting.value, perWon.low / perExisting.high, perWon.high / perExisting.low),
          'ratio',
        ),
      },
    );
  }
  return details;
}

/** Spend of the twelve months by purpose; colours belong to newcomers and existing customers. */
export function chartsOf(account: Account): readonly Chart[] {
  const { acquisition, retention, save, mixed, forgoneForNewcomers } = account;
  const bar = (series: string, x: string, value: number) => ({ series, x, value, low: null, high: null });
  const points = [
    bar('newcomer', 'acquisition', acquisition),
    bar('newcomer', 'forgone', forgoneForNewcomers),
    bar('existing', 'retention', retention),
    bar('existing', 'save', save),
    bar('mixed', 'mixed', mixed),
  ].filter(({ value }) => value !== 0);
  return [{ id: 'spend', kind: 'bars', unit: 'money', points, benchmark: [] }];
}
