import { firstDayOf, isoInstant, monthOf } from '../calendar.ts';
import type { Company } from '../company.ts';
import type { Party } from '../party.ts';
import { force } from '../planted.ts';

/** The best-tariff notice goes out region by region, one region a month, so that the later ones are the earlier ones' control. */
const FIRST_WAVE = monthOf(2023, 9);
const SECOND_WAVE = monthOf(2025, 2);
const PRESS = [monthOf(2022, 3), monthOf(2024, 5)];
const RIVALS = [monthOf(2021, 10), monthOf(2023, 1), monthOf(2025, 10)];

/** What reaches a customer this month: the notice, and adverts for offers he may not have. */
export function beNoticed(company: Company, party: Party, month: number): void {
  if (waveOf(month) === party.region || secondWaveOf(month) === party.region) party.noticeMonth = month;
  const { planted, streams, campaignRuns, firstMonth } = company;
  if (force(planted.G11) === 0 || campaignRuns[party.region]?.[month - firstMonth] !== 1) return;
  if (streams.advertising.chance(planted.G11.exposedShare, party.number, month)) party.advertisedMonth = month;
}

function waveOf(month: number): number {
  return month - FIRST_WAVE;
}

function secondWaveOf(month: number): number {
  return month - SECOND_WAVE;
}

export function writeNotices({ world, rows }: Company): void {
  for (const wave of [FIRST_WAVE, SECOND_WAVE]) {
    for (const [index, region] of world.regions.entries()) {
      rows('notice_event', {
        at: noon(wave + index),
        kind: 'best_tariff_notice',
        scope: JSON.stringify({ region: [region] }),
      });
    }
  }
  for (const month of PRESS) rows('notice_event', { at: noon(month), kind: 'press', scope: null });
  for (const month of RIVALS) rows('notice_event', { at: noon(month), kind: 'competitor_campaign', scope: null });
}

function noon(month: number): string {
  return isoInstant(firstDayOf(month), 43_200);
}
