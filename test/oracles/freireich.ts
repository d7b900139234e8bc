/**
 * Weeks of remission of 42 children with leukaemia: Freireich et al. (1963), Blood 21, 699-716, as printed in
 * Cox (1972), JRSS B 34, 187-220, table 1. The further columns are made by rule, the same as in scripts/survival.R.
 */
const treated = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35];
const treatedEvent = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0];
const control = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];

export const exit = [...treated, ...control];
export const event = [...treatedEvent, ...control.map(() => 1)];
/** 0 treated, 1 control. */
export const group = exit.map((_, i) => (i < treated.length ? 0 : 1));
export const delayedEntry = exit.map((time) => (time > 4 ? Math.floor(time / 4) : 0));
export const stratum = exit.map((_, i) => i % 2);
export const second = exit.map((_, i) => (i * 7) % 5);
export const cause = event.map((ended, i) => ended * (i % 3 === 0 ? 2 : 1));
export const cluster = exit.map((_, i) => Math.floor(i / 3));
export const unequalWeights = exit.map((_, i) => 1 + (i % 3));
/** The rows of one arm. */
export const arm = (code: number) => ({
  entry: null,
  exit: code === 0 ? treated : control,
  event: code === 0 ? treatedEvent : control.map(() => 1),
  weights: null,
});
