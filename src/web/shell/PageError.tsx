import { useRouter } from '@tanstack/react-router';
import { Failure } from '../parts/Failure.tsx';

export function PageError({ error }: { readonly error: unknown }) {
  const router = useRouter();
  return <Failure error={error} again={() => void router.invalidate()} />;
}
