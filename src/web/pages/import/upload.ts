import type { z } from 'zod';
import { ApiError } from '#endpoints/client.ts';
import { Upload, uploadFiles } from '#endpoints/company-data.ts';
import { addressOf } from '#endpoints/endpoint.ts';
import { ErrorReply } from '#endpoints/shapes.ts';

function refusal(status: number, text: string): ApiError {
  const fallback = { code: 'unreadableReply', message: `HTTP ${status}`, details: {} };
  try {
    const parsed = ErrorReply.safeParse(JSON.parse(text));
    return new ApiError(status, parsed.success ? parsed.data : fallback);
  } catch {
    return new ApiError(status, fallback);
  }
}

/**
 * Hands files over and tells how far it is, 0..1. Not with fetch, which cannot tell how much of a body has left.
 * @throws ApiError when the server refuses, TypeError when it cannot be reached
 */
export function upload(
  files: readonly File[],
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<z.infer<typeof Upload>> {
  const form = new FormData();
  for (const file of files) form.append('files', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(uploadFiles.method, addressOf(uploadFiles));
    request.upload.onprogress = ({ loaded, total }) => onShare(total === 0 ? 0 : loaded / total);
    request.onerror = () => reject(new TypeError('the connection was lost'));
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    request.onload = () => {
      if (request.status >= 400) {
        reject(refusal(request.status, request.responseText));
        return;
      }
      try {
        resolve(Upload.parse(JSON.parse(request.responseText)));
      } catch (error) {
        reject(error);
      }
    };
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}
