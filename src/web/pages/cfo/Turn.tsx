import { Input, Slider } from '@mantine/core';
import { useState } from 'react';

interface TurnProps {
  readonly label: string;
  readonly description?: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly written: (value: number) => string;
  readonly onTurned: (value: number) => void;
}

/** A named slider that tells its value in words; it reports when it is let go, so that dragging stays light. */
export function Turn({ label, description, value, min, max, step, written, onTurned }: TurnProps) {
  const [held, setHeld] = useState<number | null>(null);
  const shown = held ?? value;
  return (
    <Input.Wrapper
      label={`${label}: ${written(shown)}`}
      description={description}
      labelElement="div"
      inputWrapperOrder={['label', 'input', 'description']}
    >
      <Slider
        my="xs"
        value={shown}
        min={min}
        max={max}
        step={step}
        label={null}
        thumbLabel={label}
        thumbValueText={written}
        onChange={setHeld}
        onChangeEnd={(turned) => {
          setHeld(null);
          onTurned(turned);
        }}
      />
    </Input.Wrapper>
  );
}
