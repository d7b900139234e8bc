import { existsSync } from 'node:fs';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import fastify, { type FastifyInstance } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { Histogram } from 'prom-client';
import { AppError } from '#domain/app-error.ts';
import { languageOf } from './door/asker.ts';
import { companyCallback } from './door/company-callback.ts';
import { errorAnswer } from './errors/error-answer.ts';
import { createRouter } from './route.ts';
import { auditRoutes } from './routes/audit-routes.ts';
import { dataRoutes } from './routes/data-routes.ts';
import { deskRoutes } from './routes/desk-routes.ts';
import { exportRoutes } from './routes/export-routes.ts';
import { houseRoutes } from './routes/house-routes.ts';
import { jobRoutes } from './routes/job-routes.ts';
import { lineageRoutes } from './routes/lineage-routes.ts';
import { protectionRoutes } from './routes/protection-routes.ts';
import { retentionRoutes } from './routes/retention-routes.ts';
import { rightsRoutes } from './routes/rights-routes.ts';
import { ruleRoutes } from './routes/rule-routes.ts';
import { serviceRoutes } from './routes/service-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { staffRoutes } from './routes/staff-routes.ts';
import { userRoutes } from './routes/user-routes.ts';
import { workRoutes } from './routes/work-routes.ts';
import type { Services } from './services.ts';

const BODY_BYTES = 1_500_000;
const MOST_FILES = 200;

/** Nothing from elsewhere: scripts, styles, fonts and data come from this server. Mantine sets styles on elements. */
const POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  workerSrc: ["'self'", 'blob:'],
  manifestSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  objectSrc: ["'none'"],
};

async function addGuards(app: FastifyInstance, { settings }: Services): Promise<void> {
  const encrypted = settings.publicUrl.startsWith('https:');
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    strictTransportSecurity: encrypted ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  await app.register(rateLimit, {
    max: settings.requestsPerMinute,
    timeWindow: '1 minute',
    // A whole company may come from one address: whoever is signed in is counted by their session or key.
    keyGenerator: ({ headers, ip }) => headers.authorization ?? headers.cookie ?? ip,
    errorResponseBuilder: () => new AppError('tooManyRequests', 'rate limit'),
  });
  // The size of uploads is counted as they arrive, against the settings of the house.
  await app.register(multipart, {
    limits: { files: MOST_FILES, fileSize: Number.MAX_SAFE_INTEGER, fields: 10, parts: 250 },
  });
}

async function addDocument(app: FastifyInstance, { settings }: Services): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Stammkunde',
        version: settings.programVersion,
        description: 'Where a company treats its own customers as second class.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'stammkunde.session_token' },
          key: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [{ session: [] }, { key: [] }],
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true });
}

function addErrors(app: FastifyInstance, { logger }: Services): void {
  app.setErrorHandler((error, request, reply) => {
    const { status, body } = errorAnswer(error, languageOf(request, request.asker));
    if (status >= 500)
      logger.error({ err: error, requestId: request.id, route: request.routeOptions.url }, 'request failed');
    // What still arrives of a refused upload is read and thrown away, so that its sender gets to hear the refusal.
    if (!request.raw.complete) request.raw.resume();
    void reply
      .code(status)
      .header('cache-control', 'no-store')
      .serializer(JSON.stringify)
      .type('application/json')
      .send(body);
  });
  app.setNotFoundHandler((request, reply) => {
    const page = request.method === 'GET' && !request.url.startsWith('/api/') && app.hasReplyDecorator('sendFile');
    if (page) return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').sendFile('index.html');
    throw new AppError('notFound', 'no such address');
  });
}

function addWatching(app: FastifyInstance, { logger, metrics }: Services): void {
  const seconds = new Histogram({
    name: 'stammkunde_request_seconds',
    help: 'Time to answer, by endpoint and status',
    labelNames: ['endpoint', 'status'],
    registers: [metrics],
  });
  app.addHook('onResponse', async (request, reply) => {
    const endpoint = request.routeOptions.config.endpointId ?? 'page';
    seconds.observe({ endpoint, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    // Neither who, nor from where, nor with which ids: the log of deeds in the register tells who did what.
    logger.info(
      { requestId: request.id, endpoint, status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime) },
      'answered',
    );
  });
}

async function addPages(app: FastifyInstance, { settings }: Services): Promise<void> {
  const { webDirectory } = settings;
  if (webDirectory === null || !existsSync(join(webDirectory, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root: webDirectory,
    maxAge: '1y',
    immutable: true,
    index: false,
    preCompressed: true,
  });
  app.get('/', (_, reply) =>
    reply.header('cache-control', 'no-cache').sendFile('index.html', { maxAge: 0, immutable: false }),
  );
}

/** The whole server on the services that it is given; it opens nothing and listens nowhere. */
export async function buildApp(services: Services): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    bodyLimit: BODY_BYTES,
    trustProxy: services.settings.behindProxy,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 300 },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest('asker', null);
  addErrors(app, services);
  addWatching(app, services);
  await addGuards(app, services);
  await addDocument(app, services);
  await addPages(app, services);
  companyCallback(app, services);
  const router = createRouter(app, services);
  for (const routes of [
    serviceRoutes,
    sessionRoutes,
    userRoutes,
    houseRoutes,
    dataRoutes,
    jobRoutes,
    auditRoutes,
    lineageRoutes,
    exportRoutes,
    ruleRoutes,
    workRoutes,
    staffRoutes,
    rightsRoutes,
    retentionRoutes,
    protectionRoutes,
    deskRoutes,
  ])
    routes(router, services);
  await app.ready();
  return app;
}
