import { afterSalesNeglect } from './after-sales-neglect/check.ts';
import { baitOffer } from './bait-offer/check.ts';
import { baseValue } from './base-value/check.ts';
import { careCoverage } from './care-coverage/check.ts';
import type { Check } from './check.ts';
import { contactDrought } from './contact-drought/check.ts';
import { contactPersonChange } from './contact-person-change/check.ts';
import { courtshipDrop } from './courtship-drop/check.ts';
import { customerCarousel } from './customer-carousel/check.ts';
import { dataReadiness } from './data-readiness/check.ts';
import { flightRadar } from './flight-radar/check.ts';
import { fourLoyalties } from './four-loyalties/check.ts';
import { loyaltyPenalty } from './loyalty-penalty/check.ts';
import { momentsOfTruth } from './moments-of-truth/check.ts';
import { nagPremium } from './nag-premium/check.ts';
import { networkContagion } from './network-contagion/check.ts';
import { offerLockout } from './offer-lockout/check.ts';
import { priceWalking } from './price-walking/check.ts';
import { promiseGap } from './promise-gap/check.ts';
import { publicVoice } from './public-voice/check.ts';
import { recommendation } from './recommendation/check.ts';
import { rewardEffect } from './reward-effect/check.ts';
import { ruleCorset } from './rule-corset/check.ts';
import { silentOverpayment } from './silent-overpayment/check.ts';
import { spendImbalance } from './spend-imbalance/check.ts';
import { staffDisparity } from './staff-disparity/check.ts';
import { unresolvedCases } from './unresolved-cases/check.ts';
import { valueGradient } from './value-gradient/check.ts';
import { waitGap } from './wait-gap/check.ts';

/** Every check there is, in order of measure. */
export const CHECKS: readonly Check[] = [
  loyaltyPenalty,
  priceWalking,
  offerLockout,
  valueGradient,
  waitGap,
  nagPremium,
  silentOverpayment,
  contactDrought,
  spendImbalance,
  baitOffer,
  customerCarousel,
  staffDisparity,
  contactPersonChange,
  afterSalesNeglect,
  unresolvedCases,
  ruleCorset,
  momentsOfTruth,
  fourLoyalties,
  recommendation,
  networkContagion,
  rewardEffect,
  flightRadar,
  baseValue,
  courtshipDrop,
  publicVoice,
  dataReadiness,
  promiseGap,
  careCoverage,
];
