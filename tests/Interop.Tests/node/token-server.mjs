// The peer that the hub's token end points are measured against: oidc-provider with everything in memory, as its documentation
// shows it. Settings are the first line of standard input, as JSON; it ends when its standard input closes.
import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';

const lines = createInterface({ input: process.stdin });
const settings = JSON.parse((await lines[Symbol.asyncIterator]().next()).value);
const resource = 'urn:measured';
const newKey = async (alg) => ({ ...(await exportJWK((await generateKeyPair(alg, { extractable: true })).privateKey)), alg, use: 'sig', kid: alg });

const provider = new Provider(settings.issuer, {
  clients: settings.clients.map(({ id, algorithm }) => ({
    client_id: id, client_secret: settings.secret, redirect_uris: [settings.redirectUri], response_types: ['code'],
    grant_types: ['authorization_code', 'refresh_token', 'client_credentials'], id_token_signed_response_alg: algorithm,
  })),
  jwks: { keys: [await newKey('RS256'), await newKey('ES256')] },
  cookies: { keys: [randomUUID()] },
  claims: { openid: ['sub'], profile: ['name'] },
  scopes: ['openid', 'profile', 'offline_access'],
  pkce: { required: () => true },
  rotateRefreshToken: true,
  issueRefreshToken: async (_, client) => settings.clients.some(({ id, offline }) => offline && id === client.clientId),
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    introspection: { enabled: true },
    // A client on its own behalf gets a token that the resource reads by itself, as the hub's are.
    resourceIndicators: {
      enabled: true,
      defaultResource: (ctx) => (ctx.oidc.params?.grant_type === 'client_credentials' ? resource : undefined),
      getResourceServerInfo: (_, __, client) => ({
        scope: settings.ownScope, audience: resource, accessTokenFormat: 'jwt', jwt: { sign: { alg: client.idTokenSignedResponseAlg } },
      }),
    },
  },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, name: 'Resident' }) }),
});

const oidc = provider.callback();
const server = createServer(async (request, response) => {
  if (!request.url.startsWith('/interaction/')) return oidc(request, response);
  try {
    const { params } = await provider.interactionDetails(request, response);
    const grant = new provider.Grant({ accountId: params.login_hint, clientId: params.client_id });
    grant.addOIDCScope('openid profile offline_access');
    await provider.interactionFinished(request, response, { login: { accountId: params.login_hint }, consent: { grantId: await grant.save() } });
  } catch (fault) {
    response.statusCode = 500;
    response.end(String(fault));
  }
});
server.listen(new URL(settings.issuer).port, 'localhost');
lines.on('close', () => process.exit(0));
process.stdin.resume();
