import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type VariantColorsResolver,
} from '@mantine/core';

/** What is written on a filled grey: Mantine judges its contrast by the light scheme only, so each scheme names its own. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const plain = input.color === undefined || input.color === input.theme.primaryColor;
  return input.variant === 'filled' && plain ? { ...colors, color: 'var(--on-primary)' } : colors;
};

/**
 * Two hues tell the story everywhere: existing customers and carers are blue, newcomers and hunters amber, and these hues mean nothing
 * else. Everything that can be pressed is therefore dark grey, not blue.
 */
export const theme = createTheme({
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  primaryColor: 'gray',
  primaryShade: { light: 8, dark: 2 },
  autoContrast: true,
  variantColorResolver,
  defaultRadius: 'sm',
  respectReducedMotion: true,
  headings: { fontWeight: '650' },
  breakpoints: { xs: '30em', sm: '40em', md: '60em', lg: '75em', xl: '90em' },
});

/** Hues of the two groups and the soft greys, in both colour schemes; contrast AA on their ground. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--existing': '#1f5fa8',
    '--newcomer': '#b35c00',
    '--soft': '#57606a',
    '--mantine-color-dimmed': '#57606a',
    '--faint': '#d5dae0',
    '--wash': '#f5f7f9',
    '--on-primary': '#ffffff',
  },
  dark: {
    '--existing': '#7db3ef',
    '--newcomer': '#f0a952',
    '--soft': '#a3adb8',
    '--mantine-color-dimmed': '#a3adb8',
    '--faint': '#3a424b',
    '--wash': '#1e2429',
    '--on-primary': '#1a1b1e',
  },
});
