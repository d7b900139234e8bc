import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { deleteUpload, startImport } from '#endpoints/company-data.ts';
import { listJobs } from '#endpoints/jobs.ts';
import { api, forget } from '../../api.ts';

interface Asked {
  readonly uploadId: string;
  readonly mapping: string | null;
}

const begin = async ({ uploadId, mapping }: Asked, preview: boolean) => {
  const job = await api.call(startImport, { body: { uploadId, preview, mapping } });
  await forget(listJobs);
  return job;
};

/** Checks files that were handed over and goes to what was found. */
export function useStartPreview() {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (asked: Asked) => begin(asked, true),
    onSuccess: ({ id }, { uploadId }) => navigate({ to: '/data/import', search: { upload: uploadId, preview: id } }),
  });
}

/** Imports files that were handed over and goes to the progress. */
export function useStartImport() {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (asked: Asked) => begin(asked, false),
    onSuccess: ({ id }, { uploadId }) => navigate({ to: '/data/import', search: { upload: uploadId, job: id } }),
  });
}

/** Throws handed-over files away and begins anew. */
export function useDiscard() {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (id: string) => api.call(deleteUpload, { params: { id } }),
    onSuccess: () => navigate({ to: '/data/import', search: {} }),
  });
}
