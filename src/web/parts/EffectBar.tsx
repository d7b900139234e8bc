import type { Format } from '#domain/format.ts';
import type { Outcome } from '#domain/verdict-terms.ts';
import { useWords } from '../language.tsx';
import './effect-bar.css';
import { effectSpan } from './effect-span.ts';
import { intervalText, precisionOf } from './interval-text.ts';
import type { Effect } from './report-shape.ts';
import { PARTS_WORDS } from './words.ts';

interface EffectBarProps {
  readonly effect: Pick<NonNullable<Effect>, 'value' | 'low' | 'high' | 'unit'>;
  readonly outcome: Outcome;
  readonly format: Format;
  /** End of the scale, for bars that are to be compared; its own otherwise. */
  readonly most?: number;
}

const percent = (at: number) => `${((at + 1) / 2) * 100}%`;

// The two hues accuse; they are for answers that do.
function sideOf(value: number, outcome: Outcome): 'existing' | 'newcomer' | 'even' {
  if (value === 0 || (outcome !== 'finding' && outcome !== 'reversed')) return 'even';
  return value > 0 ? 'existing' : 'newcomer';
}

/** An effect with its interval between the two groups: to the right existing customers are worse off, to the left newcomers. */
export function EffectBar({ effect, outcome, format, most }: EffectBarProps) {
  const words = useWords(PARTS_WORDS);
  const span = effectSpan(effect, outcome, most);
  const exact = effect.low === effect.high;
  const interval = intervalText(effect, format, words);
  const side = sideOf(span.value, outcome);
  return (
    <div className="effect">
      <div className="effect-track" aria-hidden="true">
        <span
          className={`effect-bar effect-${side}`}
          style={{ left: percent(Math.min(0, span.value)), width: `${Math.abs(span.value) * 50}%` }}
        />
        <span className="effect-zero" />
        {!exact && (
          <span
            className="effect-interval"
            data-open-low={span.openLow}
            data-open-high={span.openHigh}
            style={{ left: percent(span.low), width: `${(span.high - span.low) * 50}%` }}
          />
        )}
      </div>
      <div>
        <strong>{format.quantity(effect.value, effect.unit, precisionOf(effect))}</strong>{' '}
        {interval !== '' && <span className="soft">({interval})</span>}
      </div>
    </div>
  );
}

interface EffectKeyProps {
  readonly about?: 'customers' | 'carers';
}

/** What left and right mean in the bars below. */
export function EffectKey({ about = 'customers' }: EffectKeyProps) {
  const { second, sides } = useWords(PARTS_WORDS);
  return (
    <div className="effect-key">
      <span className="soft">{second}</span>
      <span className="newcomer">‹ {sides[about].newcomer}</span>
      <span className="existing">{sides[about].existing} ›</span>
    </div>
  );
}
