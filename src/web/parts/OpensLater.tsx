import { Button, type ButtonProps } from '@mantine/core';
import {
  type ComponentProps,
  type ComponentType,
  type ReactElement,
  Suspense,
  useEffect,
  useRef,
  useState,
} from 'react';

/** What opens puts its own handling on this button. */
export interface AtButton {
  readonly button: ReactElement<ComponentProps<'button'>>;
}

interface OpensLaterProps<Given extends object> extends ButtonProps {
  readonly load: () => Promise<unknown>;
  /** What opens, already loaded by `load` in most cases; it shows the button itself. */
  readonly Opened: ComponentType<AtButton & Given>;
  /** What it needs beside its button. */
  readonly given: Given;
  readonly popup: 'menu' | 'dialog';
  readonly 'aria-label'?: string;
}

/** A button whose menu or form is fetched when a hand comes near, so that the first page does without it. */
export function OpensLater<Given extends object>({ load, Opened, given, popup, ...props }: OpensLaterProps<Given>) {
  const [wanted, setWanted] = useState(false);
  const closed = (
    <Button
      {...props}
      aria-haspopup={popup}
      aria-expanded={false}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setWanted(true)}
    />
  );
  if (!wanted) return closed;
  return (
    <Suspense fallback={closed}>
      <Opened {...given} button={<Button {...props} />} />
    </Suspense>
  );
}

/** Open from the start; focus stands on the button first, so that it returns there when all is closed. */
export function useOpenFromTheStart() {
  const ref = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    ref.current?.focus();
    setOpened(true);
  }, []);
  return { ref, opened, setOpened };
}
