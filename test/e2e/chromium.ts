import { type Browser, chromium } from 'playwright-core';

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/**
 * A real Chromium out of an npm package, so that the tests need nothing of the system. The package unpacks the libraries that Chromium
 * needs only where it believes to be in a function service.
 */
export async function openChromium(): Promise<Browser> {
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
  const { default: packed } = await import('@sparticuz/chromium');
  // One process for everything ends with the first page that is closed.
  const args = packed.args.filter((arg) => arg !== '--single-process' && arg !== '--disable-web-security');
  return chromium.launch({ executablePath: await packed.executablePath(), args: [...args, ...QUIET], headless: true });
}
