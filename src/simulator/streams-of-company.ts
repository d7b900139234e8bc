import { openStream, type Stream } from './streams.ts';

/** One stream per mechanism and per part of the company, so that one can change without moving another. */
export type Streams = ReturnType<typeof openStreams>;

export function openStreams(seed: number) {
  const open = (name: string): Stream => openStream(seed, name);
  return {
    traits: open('traits'),
    network: open('network'),
    arrivals: open('arrivals'),
    risk: open('risk'),
    exit: open('exit'),
    involuntary: open('involuntary'),
    joint: open('joint'),
    calls: open('calls'),
    prospects: open('prospects'),
    waits: open('waits'),
    days: open('days'),
    billing: open('billing'),
    giving: open('giving'),
    cases: open('cases'),
    surveys: open('surveys'),
    values: open('values'),
    switching: open('switching'),
    buying: open('buying'),
    staff: open('staff'),
    reassignment: open('reassignment'),
    handover: open('handover'),
    gifts: open('gifts'),
    loyalties: open('loyalties'),
    nagging: open('nagging'),
    concessions: open('concessions'),
    leniency: open('leniency'),
    notices: open('notices'),
    rejoining: open('rejoining'),
    advertising: open('advertising'),
    approvals: open('approvals'),
    touchpoints: open('touchpoints'),
    referrals: open('referrals'),
    rewards: open('rewards'),
    promises: open('promises'),
    mentions: open('mentions'),
    coverage: open('coverage'),
    fixes: open('fixes'),
    matrix: open('matrix'),
    consents: open('consents'),
  };
}
