import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type Plain = Omit<ComponentPropsWithRef<'a'>, keyof AnchorProps | keyof ButtonProps>;

/** A link to a page of the house; knows every page's parameters and search. */
export const PageLink = createLink((props: AnchorProps & Plain) => <Anchor underline="always" {...props} />);

/** The same, drawn as a button. */
export const PageButton = createLink((props: ButtonProps & Plain) => <Button component="a" {...props} />);
