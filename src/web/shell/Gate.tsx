import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { ApiError } from '#endpoints/client.ts';
import { getMe } from '#endpoints/session.ts';
import { ask } from '../api.ts';
import { useLanguage } from '../language.tsx';
import { Failure } from '../parts/Failure.tsx';
import { Loading } from '../parts/Loading.tsx';

const SignInPage = lazy(() => import('../pages/sign-in/SignInPage.tsx').then((page) => ({ default: page.SignInPage })));

const isClosed = (error: unknown) => error instanceof ApiError && error.status === 401;

/** Lets in who is signed in; a session that has ended leads to the sign-in page and then back to this very address. */
export function Gate({ children }: { readonly children: ReactNode }) {
  const { data: me, error, isPending, refetch } = useQuery(ask(getMe));
  const { greet } = useLanguage();
  useEffect(() => {
    if (me !== undefined) greet(me.id, me.language);
  }, [me, greet]);
  if (isPending) return <Loading />;
  if (isClosed(error))
    return (
      <Suspense fallback={<Loading />}>
        <SignInPage />
      </Suspense>
    );
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  return children;
}
